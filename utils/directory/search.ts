import { fold } from '../core/fold.ts';
import type { AllyRow } from './row.ts';

/** What a search looks at, folded. */
export interface SearchText {
  name: string;
  /** All of it: the name, and after it whatever else can be found. */
  rest: string;
  /**
   * The how-manieth of its kind it was when it was made. Texts made one after the other lie side by side in
   * memory, and to read tens of thousands in that order takes half the time.
   */
  made?: number | undefined;
}

/** Something that can be found. */
export type SearchEntry<Item> = SearchText & { item: Item };

/** A line for each part, so that no word is found across two of them. */
const textOf = (name: string, parts: readonly (string | undefined)[], made?: number): SearchText => ({
  name: fold(name),
  rest: fold([name, ...parts].filter((part) => part !== undefined).join('\n')),
  made,
});

/** @param extra what a row doesn't hold: the longer text, the site's name, the languages' names, `made` */
export function textOfAlly(
  row: AllyRow,
  extra: { about?: string; siteName?: string; languageNames: readonly string[]; made?: number },
): SearchText {
  const { name, title, team, place, topics } = row;
  const { about, siteName, languageNames, made } = extra;
  return textOf(name, [title, team, place, siteName, ...topics, ...languageNames, about], made);
}

/** What a resource and a helpline have in common for a search. */
interface Searchable {
  name: string;
  description?: string | undefined;
  eligibility?: string | undefined;
}

export function textOfResource(
  { name, description, eligibility }: Searchable,
  extra: { languageNames: readonly string[] },
): SearchText {
  return textOf(name, [description, eligibility, ...extra.languageNames]);
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a word begins at `at`. Most letters are plain, and a search meets very many. */
function isWordStart(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  if (before >= 0x61 && before <= 0x7a) return false;
  return before === 0x20 || !LETTER_OR_DIGIT.test(text.charAt(at - 1));
}

/** How well a name fits a word that the text holds at `first` for the first time. Every text begins with its name. */
const NOT_IN_NAME = 1;
const IN_NAME = 2;
const BEGINS_WORD_OF_NAME = 3;
type Fit = typeof NOT_IN_NAME | typeof IN_NAME | typeof BEGINS_WORD_OF_NAME;

function fitOf({ name, rest }: SearchText, word: string, first: number): Fit {
  if (first >= name.length) return NOT_IN_NAME;
  for (let at = first; at !== -1 && at < name.length; at = rest.indexOf(word, at + 1)) {
    if (isWordStart(rest, at)) return BEGINS_WORD_OF_NAME;
  }
  return IN_NAME;
}

/** An entry's text, and the entry's place in the order of preference. */
interface Searched extends SearchText {
  rank: number;
}

/** Entries in the order in which their texts were made, as far as that is known. */
function asMade(entries: readonly SearchText[]): Searched[] {
  const last = entries.reduce((most, { made }) => Math.max(most, made ?? -1), -1);
  const ranks = new Int32Array(last + 1).fill(-1);
  const others: number[] = [];
  for (const [rank, { made }] of entries.entries()) {
    if (made === undefined || ranks[made] !== -1) others.push(rank);
    else ranks[made] = rank;
  }
  const searched: Searched[] = [];
  const add = (rank: number): void => {
    const entry = entries[rank];
    if (entry !== undefined) searched.push({ name: entry.name, rest: entry.rest, rank });
  };
  ranks.forEach(add);
  others.forEach(add);
  return searched;
}

function holdsAll(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}

/**
 * A search over entries in their order of preference. Finds what holds every word of the query, somewhere;
 * names of which a word begins with its first word come first, then names that hold it, each in the entries'
 * order. A query that goes on from the one before it searches only what that one found.
 */
export function createSearcher<Item>(entries: readonly SearchEntry<Item>[]): (query: string) => Item[] {
  const all = asMade(entries);
  const fits = new Uint8Array(entries.length);
  let before: { query: string; found: readonly Searched[] } = { query: '', found: all };

  const inOrder = (fit: Fit): Item[] => {
    const items: Item[] = [];
    for (let rank = 0; rank < fits.length; rank += 1) {
      if (fits[rank] !== fit) continue;
      const entry = entries[rank];
      if (entry !== undefined) items.push(entry.item);
    }
    return items;
  };
  return (query) => {
    const folded = fold(query);
    const [first, ...others] = folded.split(/\s+/).filter((word) => word !== '');
    if (first === undefined) return entries.map(({ item }) => item);
    const found: Searched[] = [];
    fits.fill(0);
    for (const searched of folded.startsWith(before.query) ? before.found : all) {
      const at = searched.rest.indexOf(first);
      if (at === -1 || !holdsAll(searched.rest, others)) continue;
      found.push(searched);
      fits[searched.rank] = fitOf(searched, first, at);
    }
    before = { query: folded, found };
    return [...inOrder(BEGINS_WORD_OF_NAME), ...inOrder(IN_NAME), ...inOrder(NOT_IN_NAME)];
  };
}
