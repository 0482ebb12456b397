import { useWords } from '../ui/words.tsx';
import { TypedField } from './typed-field.tsx';

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
  const take = (typed: string): string | undefined => {
    const empty = typed.trim() === '';
    const number = Number(typed);
    const fits = empty ? optional === true : Number.isInteger(number) && number >= least && number <= most;
    if (!fits) return t('numberFault', { least, most });
    write(empty ? undefined : number);
    return undefined;
  };
  return (
    <TypedField
      id={id}
      label={label}
      hint={hint}
      stored={String(value ?? '')}
      take={take}
      input={{ type: 'number', inputMode: 'numeric', min: least, max: most, step: 1, disabled }}
    />
  );
}
