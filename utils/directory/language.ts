/** What a BCP 47 tag has in common with its regional forms: `en` for `en-GB`. */
export const primarySubtag = (tag: string): string => (tag.split('-', 1)[0] ?? tag).toLowerCase();
