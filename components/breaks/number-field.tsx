import { useState } from 'preact/hooks';
import { breakSettingsWords } from '../../utils/i18n/en/break-settings.ts';
import { Field } from '../settings/field.tsx';
import { useWords } from '../ui/words.tsx';

export interface NumberFieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  value: number | undefined;
  least: number;
  most: number;
  /** Whether it may be left empty. */
  optional?: boolean;
  write: (value: number | undefined) => void;
}

/** A whole number in a range. It is stored as the field is left; what doesn't fit is said and not stored. */
export function NumberField({ id, label, hint, value, least, most, optional, write }: NumberFieldProps) {
  const { t } = useWords(breakSettingsWords);
  /** What was typed and doesn't fit: it stays, to be mended. */
  const [unfit, setUnfit] = useState<string>();
  const wrong = unfit !== undefined;
  const take = (typed: string): void => {
    const empty = typed.trim() === '';
    const number = Number(typed);
    const fits = empty ? optional === true : Number.isInteger(number) && number >= least && number <= most;
    setUnfit(fits ? undefined : typed);
    if (fits) write(empty ? undefined : number);
  };
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        step={1}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        aria-invalid={wrong}
        aria-errormessage={wrong ? `${id}-fault` : undefined}
        value={unfit ?? value ?? ''}
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
      {wrong && (
        <p id={`${id}-fault`} class="notice" role="alert">
          {t('numberFault', { least, most })}
        </p>
      )}
    </Field>
  );
}
