import { type Zippable, type ZippableFile, zipSync } from 'fflate';
import type { Bytes } from '../ids.ts';
import type { Entry } from '../schema.ts';
import { JOURNAL_FORMAT } from './export-json.ts';
import { writeFrontMatter } from './front-matter.ts';
import { instantText, localText } from './instants.ts';

/** What a zip can say of a file's time, a day away from its ends, since it has the computer's zone. */
const EARLIEST = Date.UTC(1980, 0, 2);
const LATEST = Date.UTC(2099, 11, 30);

/** Packing each of thousands of short pages by itself takes seconds, and saves little. */
const WORTH_PACKING = 4096;

/** The line between entries of one file. `number` makes it one that no entry holds. */
export const DIVIDER = /^<!-- earshot entry(?: \d+)? -->$/;
const dividerOf = (number: number): string => `<!-- earshot entry${number === 0 ? '' : ` ${number}`} -->`;

/** All that an entry holds as YAML front matter, but for its text, which follows after an empty line. */
function pageOf(entry: Entry): string {
  const { id, at, zone, written, text, versions, trashed, ...rest } = entry;
  const page = writeFrontMatter({
    format: JOURNAL_FORMAT,
    id,
    at: instantText(at),
    zone,
    written: instantText(written),
    ...rest,
    ...(trashed !== undefined && { trashed: instantText(trashed) }),
    ...(versions.length > 0 && {
      versions: versions.map((version) => ({ ...version, written: instantText(version.written) })),
    }),
    // UTF-8 has no halves of characters, JSON's escapes do.
    ...(!text.isWellFormed() && { text }),
  });
  return text.isWellFormed() ? `${page}\n${text}\n` : page;
}

/** All entries in one Markdown file, each with its front matter, a comment between them that none of them holds. */
export function exportMarkdown(entries: readonly Entry[]): string {
  const pages = entries.map(pageOf);
  let number = 0;
  while (pages.some((page) => page.includes(dividerOf(number)))) number += 1;
  return pages.map((page) => `${dividerOf(number)}\n${page}`).join('');
}

function nameOf({ at, zone }: Entry, id: string): string {
  const [day = '', time = ''] = localText(at, zone).split('T');
  const year = day.slice(0, day.lastIndexOf('-', day.length - 4));
  return `${year}/${day} ${time.slice(0, 5).replace(':', '')} ${id}.md`;
}

/** A Markdown file for each entry in a zip, named by its day, time and id, in a folder for each year. */
export function exportZip(entries: readonly Entry[]): Bytes {
  const files: Zippable = {};
  for (const entry of entries) {
    const short = nameOf(entry, entry.id.slice(0, 8));
    const mtime = Math.min(Math.max(entry.written, EARLIEST), LATEST);
    const page = new TextEncoder().encode(pageOf(entry));
    const file: ZippableFile = [page, { mtime, level: page.length < WORTH_PACKING ? 0 : 6 }];
    files[short in files ? nameOf(entry, entry.id) : short] = file;
  }
  return zipSync(files);
}
