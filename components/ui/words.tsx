import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { common } from '../../utils/i18n/en/common.ts';
import { createFormats, type Formats } from '../../utils/i18n/formats.ts';
import { type Catalog, type Translate, translator } from '../../utils/i18n/translate.ts';

/** How a view speaks: its words, and the locale that dates and names are written in. */
export interface Words {
  t: Translate<Catalog>;
  formats: Formats;
}

/**
 * The words of a page.
 *
 * @param catalog the page's own words, beside the ones that all pages share
 * @param locale whose dates and numbers are written; the words are English so far, so a locale of another
 *   language gives way to English
 */
export function createWords(catalog: Catalog, locale: string, timeZone: string): Words {
  const spoken = locale.startsWith('en') ? locale : 'en-GB';
  return {
    t: translator({ ...common, ...catalog }, spoken),
    formats: createFormats(spoken, timeZone),
  };
}

export const WordsContext = createContext<Words>(createWords({}, 'en', 'UTC'));

export const useWords = (): Words => useContext(WordsContext);
