import { useState } from 'preact/hooks';

/** What an input is given, so that it holds what is typed. */
export interface TypedField {
  value: string;
  onInput: (event: { currentTarget: { value: string } }) => void;
  onChange: (event: { currentTarget: { value: string } }) => void;
  onBlur: () => void;
}

/**
 * What is typed into a field that is stored as it is left. Whatever is drawn anew meanwhile, a minute that has passed
 * or something that was stored elsewhere, doesn't take it away; and what doesn't fit stays, to be mended.
 *
 * @param take stores what was typed; answers with what is wrong with it, if anything is
 */
export function useTyped(
  stored: string,
  take: (typed: string) => string | undefined,
): { field: TypedField; fault: string | undefined } {
  const [typed, setTyped] = useState<{ text: string; fault?: string | undefined }>();
  const fault = typed?.fault;
  return {
    fault,
    field: {
      value: typed?.text ?? stored,
      onInput: ({ currentTarget: { value } }) => setTyped({ text: value, fault }),
      onChange({ currentTarget: { value } }) {
        const wrong = take(value);
        setTyped(wrong === undefined ? undefined : { text: value, fault: wrong });
      },
      // Left as it was found: nothing was changed, and so nothing was taken.
      onBlur: () => setTyped((now) => (now?.fault === undefined ? undefined : now)),
    },
  };
}
