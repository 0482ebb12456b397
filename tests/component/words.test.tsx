import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { breakStates, OWN_IDEA } from '../../entrypoints/gallery/break-states.tsx';
import { ZONE } from '../../entrypoints/gallery/directory.ts';
import { crowded, everyChannel, rightToLeft } from '../../entrypoints/gallery/documents.ts';
import { lengthened } from '../../entrypoints/gallery/lengthened.ts';
import { panelStates } from '../../entrypoints/gallery/panel-states.tsx';
import { reachStates } from '../../entrypoints/gallery/reach-states.tsx';
import { settingsStates } from '../../entrypoints/gallery/settings-states.tsx';
import helplines from '../../public/helplines.json' with { type: 'json' };
import northwind from '../../public/sample-directory.json' with { type: 'json' };
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { panelWords } from '../../utils/i18n/en/panel.ts';
import { reachWords } from '../../utils/i18n/en/reach.ts';
import { settingsWords } from '../../utils/i18n/en/settings.ts';

afterEach(cleanup);

const names = (type: 'language' | 'region', codes: string): string => {
  const display = new Intl.DisplayNames('en-GB', { type });
  return codes
    .split(' ')
    .map((code) => display.of(code))
    .join(' ');
};
/** What may stand there untranslated: the directory's own words, names of languages and countries, dates. */
const DATA = [
  JSON.stringify([northwind, helplines, everyChannel, crowded, rightToLeft]),
  names(
    'language',
    `en en-GB he ar pl es ${northwind.allies.flatMap(({ languages }) => languages).join(' ')}`,
  ),
  OWN_IDEA,
  names('region', 'GB PL CA IN IT JP KE'),
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January March May November December at and',
  'allies channels name url kid directory.example union.example https json burnout grief caring for a relative',
].join(' ');

const WORDS = {
  popup: reachWords,
  panel: panelWords,
  'break-page': breakWords,
  settings: { ...reachWords, ...settingsWords },
};

/** Without what was translated, which may hold something that was translated as well. */
function withoutTranslated(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  return less === text ? text : withoutTranslated(less);
}

/** Words in sight that are neither given to be translated nor data. */
function untranslated(root: Element): string[] {
  const shown = [...root.querySelectorAll('*')]
    .filter((element) => element.closest('select, textarea, .avatar') === null)
    .flatMap((element) => [...element.childNodes])
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent ?? '')
    .join('\n');
  return [...withoutTranslated(shown).matchAll(/[\p{L}]{2,}/gu)]
    .map(([word]) => word)
    .filter((word) => !DATA.includes(word));
}

describe('every word in sight', () => {
  const states = Object.entries({ ...reachStates, ...panelStates, ...breakStates, ...settingsStates });

  it.each(states)('is given to be translated, or the directory’s own: %s', async (_name, { body, draw }) => {
    const { container } = render(
      <WordsContext.Provider value={createWords(WORDS[body], 'en-GB', ZONE, lengthened)}>
        {draw()}
      </WordsContext.Provider>,
    );
    await waitFor(() => expect(container.textContent).toContain('⟦'));
    expect(untranslated(container)).toEqual([]);
  });
});
