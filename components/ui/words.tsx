import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { commonWords } from '../../utils/i18n/en/common.ts';
import { createFormats, type Formats } from '../../utils/i18n/formats.ts';
import { type Catalog, type Translate, translator } from '../../utils/i18n/translate.ts';

/** How a view speaks: its words, and the locale that dates and names are written in. */
export interface Words {
  t: Translate<Catalog>;
  formats: Formats;
  /** These words and, before them, those of another catalog: for what is loaded later. */
  and: (catalog: Catalog) => Words;
}

function wordsOf(catalog: Catalog, formats: Formats, told: (catalog: Catalog) => Catalog): Words {
  const joined = new Map<Catalog, Words>();
  return {
    t: translator(catalog, formats.locale),
    formats,
    and(more) {
      const known = joined.get(more) ?? wordsOf({ ...catalog, ...told(more) }, formats, told);
      joined.set(more, known);
      return known;
    },
  };
}

/**
 * The words of a page.
 *
 * @param catalog the page's own words, beside the ones that all pages share
 * @param locale whose dates and numbers are written; the words are English so far, so a locale of another
 *   language gives way to English
 * @param told changes each catalog before it is used: another language's, one that shows what wasn't translated
 */
export function createWords(
  catalog: Catalog,
  locale: string,
  timeZone: string,
  told: (catalog: Catalog) => Catalog = (same) => same,
): Words {
  const spoken = locale.startsWith('en') ? locale : 'en-GB';
  return wordsOf(told({ ...commonWords, ...catalog }), createFormats(spoken, timeZone), told);
}

export const WordsContext = createContext<Words>(createWords({}, 'en', 'UTC'));

/** The page's words, with those of a catalog that came along with the component. */
export function useWords(own?: Catalog): Words {
  const words = useContext(WordsContext);
  return own === undefined ? words : words.and(own);
}
