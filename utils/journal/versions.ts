import { type Entry, type EntryVersion, VERSIONS_KEPT } from './schema.ts';

/** What an entry need not have. */
type Optional = 'mood' | 'energy' | 'pleasantness' | 'prompt';
type Required = 'at' | 'zone' | 'feelings' | 'about' | 'tags' | 'text' | 'pinned';

/** What a person can change in an entry. An optional value that is there as undefined is taken away. */
export type EntryChanges = Partial<Pick<Entry, Required>> & {
  [Key in Optional]?: Entry[Key] | undefined;
};

/** What an entry says now, as one of its versions. */
export function versionOf({ written, text, mood, tags }: Entry): EntryVersion {
  return { written, text, tags, ...(mood !== undefined && { mood }) };
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

const saysTheSame = (one: EntryVersion, other: EntryVersion): boolean =>
  one.text === other.text && one.mood === other.mood && sameWords(one.tags, other.tags);

/** What a person writes of an entry. */
type Content = Pick<Entry, Required> & Partial<Pick<Entry, Optional>>;

/** `changes` laid over what is written. */
export function contentWith(content: Content, changes: EntryChanges): Content {
  const { mood, energy, pleasantness, prompt, ...rest } = { ...content, ...changes };
  return {
    ...rest,
    ...(mood !== undefined && { mood }),
    ...(energy !== undefined && { energy }),
    ...(pleasantness !== undefined && { pleasantness }),
    ...(prompt !== undefined && { prompt }),
  };
}

/** `changes` laid over the entry. */
function withChanges(entry: Entry, changes: EntryChanges): Entry {
  const { mood: _m, energy: _e, pleasantness: _p, prompt: _q, ...rest } = entry;
  return { ...rest, ...contentWith(entry, changes) };
}

/**
 * The entry with `changes`, written at `now` (ms since the epoch). Where its text, mood or tags became others,
 * what they were is kept as a version; the oldest goes where there would be more than ten. A sitting with many
 * saves is one version if each is made from the entry as it was before the sitting.
 */
export function changed(entry: Entry, changes: EntryChanges, now: number): Entry {
  const next = withChanges(entry, changes);
  const before = versionOf(entry);
  const versions = saysTheSame(before, versionOf(next))
    ? entry.versions
    : [before, ...entry.versions].slice(0, VERSIONS_KEPT);
  return { ...next, written: now, versions };
}

/** The entry as it was in one of its versions. What it said until now becomes a version itself, so nothing is lost. */
export function backTo(entry: Entry, { text, mood, tags }: EntryVersion, now: number): Entry {
  return changed(entry, { text, mood, tags }, now);
}
