import type { InputHTMLAttributes } from 'preact';
import { Field } from './field.tsx';
import { useTyped } from './use-typed.ts';

export interface TypedFieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  stored: string;
  /** Stores what was typed; answers with what is wrong with it, if anything is. */
  take: (typed: string) => string | undefined;
  /** What the input has beside. */
  input?: InputHTMLAttributes;
}

/** A field that is stored as it is left, with what is wrong below it. */
export function TypedField({ id, label, hint, stored, take, input }: TypedFieldProps) {
  const { field, fault } = useTyped(stored, take);
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        autocomplete="off"
        spellcheck={false}
        {...input}
        id={id}
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
