import { mergeHeads, mergeRows } from './merge.ts';
import type { DirectoryHead } from './read.ts';
import { type AllyRow, toRow } from './row.ts';
import type { Ally, Resource, Site } from './schema.ts';
import { type SearchText, textOfAlly } from './search.ts';

/** All of the directory, as the popup searches it. */
export interface WholeDirectory {
  rows: AllyRow[];
  sites: ReadonlyMap<string, Site>;
  resources: Resource[];
  /** What the search looks at, by an ally's key. */
  texts: ReadonlyMap<string, SearchText>;
  /** By an ally's key. */
  photos: ReadonlyMap<string, string>;
}

/** Puts the whole directory together from the store's heads and blocks, a block at a time. */
export function createGathering(languageName: (tag: string) => string) {
  let heads: { url: string; head: DirectoryHead }[] = [];
  let merged = mergeHeads(heads);
  const rowsBySource: AllyRow[][] = [];
  const texts = new Map<string, SearchText>();
  const photos = new Map<string, string>();
  const languageNames = new Map<string, string>();
  const nameOf = (tag: string): string => {
    let name = languageNames.get(tag);
    if (name === undefined) {
      name = languageName(tag);
      languageNames.set(tag, name);
    }
    return name;
  };
  return {
    addHeads(found: typeof heads): void {
      heads = found;
      merged = mergeHeads(heads);
    },
    addBlock({
      source,
      url,
      key: block,
      text,
    }: {
      source: number;
      url: string;
      key: string;
      text: string;
    }): void {
      const allies: Ally[] = JSON.parse(text);
      rowsBySource[source] ??= [];
      const rows = rowsBySource[source];
      for (const [index, ally] of allies.entries()) {
        const row = toRow(ally, { key: `${source}/${ally.id}`, block, index, url });
        rows.push(row);
        const siteName = ally.site === undefined ? undefined : merged.sites.get(ally.site)?.name;
        texts.set(
          row.key,
          textOfAlly(row, {
            ...(ally.about !== undefined && { about: ally.about }),
            ...(siteName !== undefined && { siteName }),
            languageNames: ally.languages.map(nameOf),
            made: texts.size,
          }),
        );
        if (ally.photo !== undefined) photos.set(row.key, ally.photo);
      }
    },
    finish(): WholeDirectory {
      const { sites, resources } = merged;
      return { rows: mergeRows(rowsBySource.filter(Boolean)), sites, resources, texts, photos };
    },
  };
}
