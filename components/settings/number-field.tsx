import { useWords } from '../ui/words.tsx';
import { Field } from './field.tsx';
import { useTyped } from './use-typed.ts';

export interface NumberFieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  value: number | undefined;
  least: number;
  most: number;
  /** Whether it may be left empty. */
  optional?: boolean;
  disabled?: boolean;
  write: (value: number | undefined) => void;
}

/** A whole number in a range. It is stored as the field is left; what doesn't fit is said and not stored. */
export function NumberField({
  id,
  label,
  hint,
  value,
  least,
  most,
  optional,
  disabled,
  write,
}: NumberFieldProps) {
  const { t } = useWords();
  const { field, fault } = useTyped(String(value ?? ''), (typed) => {
    const empty = typed.trim() === '';
    const number = Number(typed);
    const fits = empty ? optional === true : Number.isInteger(number) && number >= least && number <= most;
    if (!fits) return t('numberFault', { least, most });
    write(empty ? undefined : number);
    return undefined;
  });
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        step={1}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        aria-invalid={fault !== undefined}
        aria-errormessage={fault === undefined ? undefined : `${id}-fault`}
        {...field}
      />
      {fault !== undefined && (
        <p id={`${id}-fault`} class="notice" role="alert">
          {fault}
        </p>
      )}
    </Field>
  );
}
