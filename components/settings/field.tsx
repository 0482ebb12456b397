import type { ComponentChildren } from 'preact';

/** A labelled control, with a hint below it. The control's `id` and `aria-describedby` are the caller's. */
export function Field(props: {
  id: string;
  label: string;
  hint?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      {props.children}
      {props.hint !== undefined && (
        <p id={`${props.id}-hint`} class="hint">
          {props.hint}
        </p>
      )}
    </div>
  );
}
