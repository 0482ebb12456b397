import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { type LargeDirectory, largeDirectory } from '../../tests/fixtures/large.ts';
import type { DirectoryServer } from '../../tests/support/directory-server.ts';
import type { Earshot } from '../launch.ts';
import { median } from './figures.ts';

interface Refreshed {
  outcome: string;
  took: number;
}

/** Asks for a refresh as Settings does, and answers with its line of the log. */
async function refresh(page: Page): Promise<Refreshed> {
  const before = await newest(page);
  await page.locator('::-p-aria(Refresh[role="button"])').click();
  for (;;) {
    const line = await newest(page);
    if (line !== undefined && line.at !== before?.at) return line;
    await page.waitForFunction(
      (at: number) => performance.now() > at + 50,
      {},
      await page.evaluate(() => performance.now()),
    );
  }
}

/** The newest line of the log, read from the database. */
const newest = (page: Page): Promise<(Refreshed & { at: number }) | undefined> =>
  page.evaluate(
    () =>
      new Promise<(Refreshed & { at: number }) | undefined>((resolve, reject) => {
        const opening = indexedDB.open('earshot-directory');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('log').objectStore('log').openCursor(null, 'prev');
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            resolve(reading.result?.value);
            opening.result.close();
          };
        };
      }),
  );

/** The same bytes, decoded and parsed by the background: what a directory costs at the least. ms. */
const parseOnly = (earshot: Earshot, url: string): Promise<number> =>
  earshot.inBackground(async (_api, address) => {
    const bytes = await (await fetch(address, { cache: 'no-store' })).arrayBuffer();
    const began = performance.now();
    JSON.parse(new TextDecoder().decode(bytes));
    return performance.now() - began;
  }, url);

/** Publishes the same directory with a higher serial. */
const published = ({ document, parts }: LargeDirectory, serial: number): LargeDirectory => ({
  document: { ...document, serial },
  parts,
});

/** Medians in ms: fetching, checking and storing a new directory, and parsing its bytes, in turn. */
export async function measureRefresh(
  earshot: Earshot,
  server: DirectoryServer,
  count: number,
  rounds: number,
): Promise<{
  refresh: number;
  parse: number;
  unchanged: number;
  requests: number;
  status: number | undefined;
}> {
  const page = await earshot.openPage('options.html');
  const directory = largeDirectory(count);
  const took: number[] = [];
  const parse: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await server.setDirectory(published(directory, 100 + round));
    const line = await refresh(page);
    if (line.outcome !== 'updated') throw new Error(`The refresh came out as “${line.outcome}”.`);
    took.push(line.took);
    parse.push(await parseOnly(earshot, server.url));
  }
  server.requests.length = 0;
  const again = await refresh(page);
  if (again.outcome !== 'unchanged') throw new Error(`The refresh came out as “${again.outcome}”.`);
  const { requests } = server;
  await page.close();
  return {
    refresh: median(took),
    parse: median(parse),
    unchanged: again.took,
    requests: requests.length,
    status: requests[0]?.status,
  };
}

/** Renames one ally, in the part that holds them. */
function withOneChanged({ document, parts }: LargeDirectory): LargeDirectory {
  const [first, ...rest] = document.parts ?? [];
  const text = first === undefined ? undefined : parts.get(first.path);
  if (first === undefined || text === undefined) throw new Error('The directory has no parts.');
  const changed = text.replace(/"name":"[^"]*"/, '"name":"Somebody New"');
  const sha256 = createHash('sha256').update(changed).digest('hex');
  const path = `allies-${sha256.slice(0, 12)}.json`;
  const files = new Map(parts);
  files.delete(first.path);
  files.set(path, changed);
  return { document: { ...document, parts: [{ ...first, path, sha256 }, ...rest] }, parts: files };
}

/** How many parts are fetched after one ally of many has changed. */
export async function countParts(earshot: Earshot, server: DirectoryServer, count: number): Promise<number> {
  const page = await earshot.openPage('options.html');
  const directory = largeDirectory(count, { parts: 100 });
  await server.setDirectory(published(directory, 1000));
  await refresh(page);
  await server.setDirectory(published(withOneChanged(directory), 1001));
  server.requests.length = 0;
  const line = await refresh(page);
  if (line.outcome !== 'updated') throw new Error(`The refresh came out as “${line.outcome}”.`);
  await page.close();
  return server.requests.filter(({ path }) => path.startsWith('/allies-')).length;
}
