import { Field } from './field.tsx';
import { useTyped } from './use-typed.ts';

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
  const { field, fault } = useTyped(values.join(', '), (typed) => {
    const parts = typed.split(/[,;،、]/).map((value) => value.trim());
    return write([...new Set(parts.filter((value) => value !== ''))]);
  });
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        id={id}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}-hint`}
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
