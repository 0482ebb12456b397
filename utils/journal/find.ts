import { fold } from '../core/fold.ts';
import { dayOf } from './days.ts';
import type { Entry, Mood } from './schema.ts';

/** What to find beside words. What is left out doesn't narrow. */
export interface Narrowing {
  tag?: string | undefined;
  mood?: Mood | undefined;
  /** Calendar days as `2026-11-20`, both included; an entry's day is that of the zone it was lived in. */
  from?: string | undefined;
  until?: string | undefined;
}

/** Finds items by a query and a narrowing, the newest first. */
export type Finder<Item> = (query: string, narrowing?: Narrowing) => readonly Item[];

/** Folded texts by entry. An entry that changed is another object, so nothing old is found in it. */
export type FoldedTexts = Map<Entry, string>;

/** Folded letters. Single ones alone, since longer runs are words of somebody's. */
const FOLDED = new Map<string, string>();

function foldRun(run: string): string {
  if (run.length > 1) return fold(run);
  const known = FOLDED.get(run);
  if (known !== undefined) return known;
  const folded = fold(run);
  FOLDED.set(run, folded);
  return folded;
}

/** The same as `fold`. Most of a text is plain, and only the rest of it is worth the work. */
export function foldLong(text: string): string {
  return text.toLowerCase().replace(/[^\0-\x7f]+/g, foldRun);
}

/** All of an entry that can be found, a line for each part, so that no word is found across two of them. */
function textOf({ text, prompt, feelings, about, tags }: Entry): string {
  let all = prompt === undefined ? text : `${text}\n${prompt}`;
  for (const word of feelings) all += `\n${word}`;
  for (const word of about) all += `\n${word}`;
  for (const tag of tags) all += `\n#${tag}`;
  return foldLong(all);
}

/** Some day's bounds as an instant: no zone is further than 26 hours from the calendar day of UTC. */
const AROUND = 26 * 3_600_000;

function withinDays({ from, until }: Narrowing): (entry: Entry) => boolean {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const last = until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until) + 86_400_000;
  return (entry) => {
    const { at } = entry;
    if (at < first - AROUND || at >= last + AROUND) return false;
    if (at >= first + AROUND && at < last - AROUND) return true;
    const day = dayOf(entry);
    return (from === undefined || day >= from) && (until === undefined || day <= until);
  };
}

/** Whether an entry passes a narrowing. */
function passes(narrowing: Narrowing): (entry: Entry) => boolean {
  const { tag, mood, from, until } = narrowing;
  const within = from === undefined && until === undefined ? undefined : withinDays(narrowing);
  const folded = tag === undefined ? undefined : fold(tag);
  return (entry) =>
    (mood === undefined || entry.mood === mood) &&
    (folded === undefined || entry.tags.some((own) => fold(own) === folded)) &&
    (within === undefined || within(entry));
}

/** What one query found: the lists beside each other tell of the same items. */
interface Step<Item> {
  query: string;
  words: readonly string[];
  items: Item[];
  /** Places in the finder's lists, which lie close together while the entries lie far apart. */
  places: number[];
  /** The word searched for last. */
  word: string;
  /** Where each text first holds it: no word that begins with it comes before. */
  at: number[];
}

const holdsAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

/**
 * A search over entries. Finds what holds every word of the query somewhere in its text, prompt, feelings, topics
 * or tags (`#tag` finds tags alone); without words, everything that the narrowing lets pass. A query that goes on
 * from the one before it searches only what that one found; letters taken back are found again as they were. What
 * isn't to be found, such as the trash, is to be left out of `items`.
 *
 * @param texts folded texts from an earlier finder over some of the same entries; it then holds those of `items`
 */
export function createFinder<Item extends { readonly entry: Entry }>(
  items: readonly Item[],
  texts: FoldedTexts = new Map(),
): Finder<Item> {
  const sorted = items.toSorted((a, b) => b.entry.at - a.entry.at);
  const searched = sorted.map(({ entry }) => texts.get(entry) ?? textOf(entry));
  texts.clear();
  for (const [place, { entry }] of sorted.entries()) texts.set(entry, searched[place] ?? '');
  let within = '';
  let steps: Step<Item>[] = [];

  /** The first step of a narrowing finds all that it lets pass. */
  function begin(narrowing: Narrowing): Step<Item> {
    const pass = passes(narrowing);
    const step: Step<Item> = { query: '', words: [], items: [], places: [], word: '', at: [] };
    for (const [place, item] of sorted.entries()) {
      if (!pass(item.entry)) continue;
      step.items.push(item);
      step.places.push(place);
      step.at.push(0);
    }
    return step;
  }

  /** What was found already holds the words that it was found by. */
  function goOn(last: Step<Item>, query: string): Step<Item> {
    const words = query.split(/\s+/).filter((word) => word !== '');
    const fresh = words.filter((word) => !last.words.includes(word));
    const word = fresh.pop();
    if (word === undefined) return { ...last, query, words };
    const goesOn = word.startsWith(last.word);
    const step: Step<Item> = { query, words, items: [], places: [], word, at: [] };
    for (let index = 0; index < last.places.length; index += 1) {
      const item = last.items[index];
      const place = last.places[index];
      const text = place === undefined ? undefined : searched[place];
      if (item === undefined || place === undefined || text === undefined) continue;
      const at = text.indexOf(word, goesOn ? last.at[index] : 0);
      if (at < 0 || !holdsAll(text, fresh)) continue;
      step.items.push(item);
      step.places.push(place);
      step.at.push(at);
    }
    return step;
  }

  return (query, narrowing = {}) => {
    const folded = fold(query);
    const narrowed = JSON.stringify(narrowing);
    if (narrowed !== within || steps.length === 0) steps = [begin(narrowing)];
    within = narrowed;
    let last = steps.at(-1);
    while (last !== undefined && !folded.startsWith(last.query)) {
      steps.pop();
      last = steps.at(-1);
    }
    const step = last?.query === folded ? last : goOn(last ?? begin(narrowing), folded);
    if (step !== last) steps.push(step);
    return step.items;
  };
}
