import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../utils/i18n/formats.ts';
import { languageTagOf } from '../../../utils/settings/spoken-languages.ts';

const nameIn = (tag: string, locale: string): string => createFormats(locale, 'UTC').language(tag);
const tagOf = (typed: string, locale = 'en'): string | undefined => languageTagOf(typed, nameIn, locale);

describe('a language as a person writes it', () => {
  it.each([
    ['Polish', 'pl'],
    ['  polish ', 'pl'],
    ['polski', 'pl'],
    ['français', 'fr'],
    ['Francais', 'fr'],
    ['日本語', 'ja'],
    ['pl', 'pl'],
    ['EN-gb', 'en-GB'],
  ])('%s is understood', (typed, tag) => {
    expect(tagOf(typed)).toBe(tag);
  });

  it('is understood in the person’s locale', () => {
    expect(tagOf('Polnisch', 'de')).toBe('pl');
    expect(tagOf('Polnisch', 'en')).toBeUndefined();
  });

  it.each(['', '   ', 'Klingonese', 'qqq', '!', 'a'])('“%s” is not taken for one', (typed) => {
    expect(tagOf(typed)).toBeUndefined();
  });

  it('is a language code that stands for itself, whatever was typed', () => {
    const formats = createFormats('en', 'UTC');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{2,3}(-[A-Z]{2})?$/)), (typed) => {
        const tag = languageTagOf(typed, (code) => formats.language(code), 'en');
        if (tag !== undefined) expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
      }),
      { numRuns: 50 },
    );
  });
});
