/** The first letters of the first and the last word of a name, for want of a picture. */
function initials(name: string): string {
  const words = name.split(' ').filter((word) => /^\p{L}/u.test(word));
  const first = words[0] ?? name;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [first, last].map((word) => [...word][0] ?? '').join('');
}

const TINTS = 6;

/** One of a few quiet colours, always the same for the same name. */
function tint(name: string): number {
  let sum = 0;
  for (const letter of name) sum += letter.codePointAt(0) ?? 0;
  return sum % TINTS;
}

/** A person's picture, or their initials. Nothing for a screen reader, since the name stands beside it. */
export function Avatar({
  name,
  photo,
  large,
}: {
  name: string;
  photo?: string | undefined;
  large?: boolean;
}) {
  const size = large === true ? 'avatar large' : 'avatar';
  if (photo !== undefined) return <img class={size} src={photo} alt="" />;
  return (
    <span class={`${size} tint-${tint(name)}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
