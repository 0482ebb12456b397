import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { channelSchema } from '../../../utils/directory/channel-schema.ts';
import { REJECTION_CODES } from '../../../utils/directory/fields.ts';
import { RESOURCE_KINDS } from '../../../utils/directory/kinds.ts';
import type { LogEntry, RefreshProblem } from '../../../utils/directory/source.ts';
import { EMERGENCY_SCOPES } from '../../../utils/helplines/helplines.ts';
import { sourceFiles } from '../../repo/source-files.ts';
import { englishCatalogs, placeholdersIn, textsOf } from './catalogs.ts';
import { spokenIn } from './spoken.ts';

const catalogs = await englishCatalogs();
const messages = [...catalogs].flatMap(([catalog, words]) =>
  Object.entries(words).map(([key, message]) => ({ catalog, key, message, texts: textsOf(message) })),
);
const keys = new Set(messages.map(({ key }) => key));
const files = sourceFiles(['components', 'entrypoints']);
const spoken = files.flatMap(spokenIn);

describe('the English words', () => {
  it('are all there to be looked at', () => {
    expect(catalogs.size).toBeGreaterThan(7);
    expect(messages.length).toBeGreaterThan(200);
    expect(spoken.length).toBeGreaterThan(150);
  });

  it('hold no empty text, no stray space and no exclamation mark', () => {
    const faulty = messages.flatMap(({ key, texts }) =>
      texts.filter((text) => text === '' || text !== text.trim() || / {2}|!/.test(text)).map(() => key),
    );
    expect(faulty).toEqual([]);
  });

  it('write each placeholder so that it is found, and leave no brace over', () => {
    const faulty = messages.flatMap(({ key, texts }) =>
      texts.filter((text) => /[{}]/.test(text.replace(/\{[a-z]\w*\}/g, ''))).map(() => key),
    );
    expect(faulty).toEqual([]);
  });

  it('ask for the same values in each plural form, and for the count that chooses it', () => {
    for (const { key, message, texts } of messages) {
      if (typeof message === 'string') continue;
      for (const text of texts)
        expect([key, placeholdersIn(text)]).toEqual([key, placeholdersIn(message.other)]);
      expect([key, placeholdersIn(message.other)]).toEqual([key, expect.arrayContaining(['count'])]);
      // English tells these two apart (CLDR).
      expect([key, Object.keys(message).toSorted()]).toEqual([key, ['one', 'other']]);
    }
  });
});

describe('what the views say', () => {
  it('is in a catalog', () => {
    const unknown = spoken.flatMap(({ file, keys: asked, prefix }) =>
      asked
        .filter((key) => (prefix ? ![...keys].some((known) => known.startsWith(key)) : !keys.has(key)))
        .map((key) => `${file}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  it('comes with exactly the values that the message asks for', () => {
    for (const { file, keys: asked, prefix, values } of spoken) {
      const meant = messages.filter(({ key }) =>
        asked.some((begin) => (prefix ? key.startsWith(begin) : key === begin)),
      );
      for (const { catalog, key, texts } of meant) {
        const wanted = placeholdersIn(texts.join(' '));
        expect(`${file}: ${catalog}.${key} with ${values}`).toBe(`${file}: ${catalog}.${key} with ${wanted}`);
      }
    }
  });

  it('is all that the catalogs hold', () => {
    const code = sourceFiles(['components', 'entrypoints', 'utils'])
      .filter((file) => !file.startsWith('utils/i18n/'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const prefixes = spoken.filter(({ prefix }) => prefix).flatMap(({ keys: begun }) => begun);
    const unsaid = [...keys].filter(
      (key) => !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unsaid).toEqual([]);
  });

  it('is in a catalog that the view has: its page’s, or one that comes along with it', () => {
    const pages: Readonly<Record<string, readonly string[]>> = {
      'components/ui/': ['commonWords'],
      'components/directory/': ['commonWords', 'reachWords'],
      'components/settings/': ['commonWords', 'reachWords', 'settingsWords'],
      'components/journal/': ['commonWords', 'panelWords'],
    };
    const missing = spoken.flatMap(({ file, keys: asked, prefix }) => {
      const page = Object.entries(pages).find(([folder]) => file.startsWith(folder))?.[1];
      if (page === undefined) return [];
      const own = [...readFileSync(file, 'utf8').matchAll(/\b(\w+Words)\b/g)].map(([, name = '']) => name);
      const shared = own.includes('useMeanWords') ? ['pictureWords', 'feelingWords'] : [];
      const known = [...page, ...own, ...shared].flatMap((name) => Object.keys(catalogs.get(name) ?? {}));
      return asked
        .filter((key) => !known.some((other) => (prefix ? other.startsWith(key) : other === key)))
        .map((key) => `${file}: ${key}`);
    });
    expect(missing).toEqual([]);
  });

  it('means one thing where several catalogs are in one page', () => {
    const together = [
      [
        'commonWords',
        'reachWords',
        'cardWords',
        'resourceWords',
        'channelWords',
        'startWords',
        'troubleWords',
      ],
      ['commonWords', 'panelWords'],
    ];
    for (const page of together) {
      const all = messages.filter(({ catalog }) => page.includes(catalog)).map(({ key }) => key);
      expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
    }
  });
});

/** Each of a problem’s kinds, kept complete by its type. */
const PROBLEMS: Readonly<Record<RefreshProblem['kind'], true>> = {
  unreachable: true,
  timeout: true,
  notFound: true,
  busy: true,
  serverError: true,
  refused: true,
  signIn: true,
  withheld: true,
  webPage: true,
  tooLarge: true,
  notJson: true,
  notADirectory: true,
  unsigned: true,
  unknownKey: true,
  badSignature: true,
  olderSerial: true,
  partMismatch: true,
  storage: true,
};
const OUTCOMES: Readonly<Record<Exclude<LogEntry['outcome'], RefreshProblem['kind']>, true>> = {
  updated: true,
  unchanged: true,
};
const CHANNELS = channelSchema._zod.def.options.flatMap(({ shape }) => [...shape.type.values]);

describe('words for each of a closed set', () => {
  it.each([
    ['emergencyFor_', EMERGENCY_SCOPES],
    ['kind_', RESOURCE_KINDS],
    ['reason_', REJECTION_CODES],
    ['problem_', Object.keys(PROBLEMS)],
    ['outcome_', Object.keys(OUTCOMES)],
    ['channel_', CHANNELS],
    ['visible_', CHANNELS],
    ['reach_', CHANNELS],
  ])('%s… has them all, and no other', (prefix, set) => {
    const worded = [...keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    expect(worded.toSorted()).toEqual([...set].toSorted());
  });
});
