import { useState } from 'preact/hooks';
import { Field } from './field.tsx';

export interface ListFieldProps {
  id: string;
  label: string;
  hint: string;
  values: readonly string[];
  /** Stores the list as it was typed; answers with what is wrong, if anything is. */
  write: (values: string[]) => string | undefined;
}

/** A short list in one line, with commas between. It is stored as the field is left. */
export function ListField({ id, label, hint, values, write }: ListFieldProps) {
  const [fault, setFault] = useState<string>();
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        id={id}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}-hint`}
        aria-invalid={fault !== undefined}
        aria-errormessage={fault === undefined ? undefined : `${id}-fault`}
        value={values.join(', ')}
        onChange={({ currentTarget }) => {
          const typed = currentTarget.value.split(/[,;،、]/).map((value) => value.trim());
          setFault(write([...new Set(typed.filter((value) => value !== ''))]));
        }}
      />
      {fault !== undefined && (
        <p id={`${id}-fault`} class="notice" role="alert">
          {fault}
        </p>
      )}
    </Field>
  );
}
