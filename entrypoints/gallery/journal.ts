import type { Journal, Kept, VaultState } from '../../utils/journal/ports.ts';
import { type Entry, type JournalPrefs, journalPrefsSchema } from '../../utils/journal/schema.ts';
import { MORNING, ZONE } from './directory.ts';

const DAY = 86_400_000;
const done = (): Promise<void> => Promise.resolve();
const saved = (): Promise<'saved'> => Promise.resolve('saved');

const entry = (index: number, changes: Partial<Entry>): Kept => ({
  revision: 1,
  entry: {
    id: index.toString(16).padStart(32, '0'),
    at: MORNING - index * DAY,
    zone: ZONE,
    written: MORNING - index * DAY,
    feelings: [],
    about: [],
    tags: [],
    text: '',
    pinned: false,
    versions: [],
    ...changes,
  },
});

/** A few weeks of somebody's days. */
export const someEntries: readonly Kept[] = [
  entry(1, {
    mood: 2,
    text: 'Another **long** day.\n\n- the tea helped\n- so did the walk',
    feelings: ['worn out'],
  }),
  entry(2, { mood: 4, text: 'Lunch in the sun.', tags: ['outside'], pinned: true }),
  entry(3, { mood: 3 }),
  ...Array.from({ length: 20 }, (_, index) =>
    entry(index + 4, { mood: ([3, 4, 2, 4, 5] as const)[index % 5] ?? 3, about: ['work'] }),
  ),
  entry(30, { text: `${'Wolfeschlegelsteinhausenbergerdorff'.repeat(8)}` }),
];

/** A year of check-ins: work was hard, walks were good, and the last weeks were lower than the rest. */
export const aYear: readonly Kept[] = Array.from({ length: 300 }, (_, index) =>
  entry(index + 100, {
    at: MORNING - index * DAY,
    mood: index < 20 ? (index % 5 === 0 ? 2 : 1) : (([3, 4, 5, 4, 3, 4, 4] as const)[index % 7] ?? 4),
    about: index % 3 === 0 ? ['work'] : [],
    tags: index >= 20 && index % 7 === 2 ? ['walk'] : [],
  }),
);

/** What somebody set who wants to be told of lower days, and of backups, and has prompts of their own. */
export const remindedOf: JournalPrefs = journalPrefsSchema.parse({
  ownPrompts: ['What did the sea sound like?'],
  lowerThanUsual: true,
  backupReminders: true,
});

/** A journal that stands still in one state. */
export const stillJournal = (state: VaultState, entries: readonly Kept[] = someEntries): Journal => ({
  state: () => state,
  watch: () => () => undefined,
  start: done,
  begin: done,
  unlock: () => Promise.resolve('wrong'),
  lock: done,
  beforeLock: () => () => undefined,
  passkeys: () => Promise.resolve([]),
  touch: () => undefined,
  lockAfter: () => Promise.resolve(15),
  setLockAfter: done,
  setPassphrase: saved,
  makeRecovery: () => Promise.resolve('4F7K-9QWE-2RTY-8PLM-3XCV-6BNH'),
  confirmRecovery: () => Promise.resolve(false),
  addPasskey: saved,
  removeWay: done,
  latest: (count) => Promise.resolve(entries.slice(0, count)),
  all: () => Promise.resolve(entries),
  save: () => Promise.resolve({ kind: 'failed', reason: 'full' }),
  saveAll: saved,
  remove: saved,
  drafts: () => Promise.resolve([]),
  saveDraft: saved,
  dropDraft: done,
  prefs: () => Promise.resolve(journalPrefsSchema.parse({})),
  changePrefs: saved,
  aside: () => Promise.resolve([]),
  erase: () => Promise.resolve('failed'),
});
