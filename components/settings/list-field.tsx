import { TypedField } from './typed-field.tsx';

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
  const take = (typed: string): string | undefined => {
    const parts = typed.split(/[,;،、]/).map((value) => value.trim());
    return write([...new Set(parts.filter((value) => value !== ''))]);
  };
  return <TypedField id={id} label={label} hint={hint} stored={values.join(', ')} take={take} />;
}
