import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { type LargeDirectory, largeDirectory } from '../../tests/fixtures/large.ts';
import type { DirectoryServer } from '../../tests/support/directory-server.ts';
import type { Earshot } from '../launch.ts';
import { median } from './figures.ts';

interface Refreshed {
  outcome: string;
  took: number;
  bytes: number;
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

/** What the same bytes cost at the least, each in ms. */
interface Least {
  /** Over loopback, to memory. */
  fetch: number;
  decode: number;
  /** `JSON.parse` of the text. */
  parse: number;
}

const leastFor = (earshot: Earshot, url: string): Promise<Least> =>
  earshot.inBackground(async (_api, address) => {
    const began = performance.now();
    const bytes = await (await fetch(address, { cache: 'no-store' })).arrayBuffer();
    const fetched = performance.now();
    const text = new TextDecoder().decode(bytes);
    const decoded = performance.now();
    JSON.parse(text);
    return { fetch: fetched - began, decode: decoded - fetched, parse: performance.now() - decoded };
  }, url);

const LONG = 100_000;

/** Has the background count how often it parses a long text, from now on and from nothing. */
const countParses = (earshot: Earshot): Promise<void> =>
  earshot.inBackground((_api, long, global) => {
    const isCounting = Reflect.has(global, 'parses');
    Reflect.set(global, 'parses', 0);
    if (isCounting) return;
    const { parse } = JSON;
    JSON.parse = (text, reviver) => {
      if (text.length >= long) Reflect.set(global, 'parses', Reflect.get(global, 'parses') + 1);
      return parse(text, reviver);
    };
  }, LONG);

/**
 * The count, once it has stood still for a second. What follows a refresh counts too: the popup's view is built
 * from what is stored.
 *
 * @throws Error where the background has ended since it began to count
 */
async function parsesAtRest(earshot: Earshot): Promise<number> {
  const counted = async (): Promise<number> => {
    const count = await earshot.inBackground((_api, _nothing, global): unknown =>
      Reflect.get(global, 'parses'),
    );
    if (typeof count !== 'number') throw new Error('The background ended while it was counting.');
    return count;
  };
  for (let before = await counted(); ; ) {
    await setTimeout(1000);
    const after = await counted();
    if (after === before) return after;
    before = after;
  }
}

/** Publishes the same directory with a higher serial. */
const published = ({ document, parts }: LargeDirectory, serial: number): LargeDirectory => ({
  document: { ...document, serial },
  parts,
});

export interface DirectoryCost {
  /** Medians in ms. `refresh` is from the request to the end of the transaction. */
  refresh: number;
  least: Least;
  bytes: number;
  unchanged: { took: number; requests: number; status: number | undefined; parses: number };
}

/** Fetching, checking and storing a new directory, and the least that its bytes cost, in turn. */
export async function measureRefresh(
  earshot: Earshot,
  server: DirectoryServer,
  count: number,
  rounds: number,
): Promise<DirectoryCost> {
  const page = await earshot.openPage('options.html');
  const directory = largeDirectory(count);
  const took: number[] = [];
  const least: Least[] = [];
  let bytes = 0;
  await countParses(earshot);
  for (let round = 0; round < rounds; round += 1) {
    await server.setDirectory(published(directory, 100 + round));
    const line = await refresh(page);
    if (line.outcome !== 'updated') throw new Error(`The refresh came out as “${line.outcome}”.`);
    bytes = line.bytes;
    took.push(line.took);
    await parsesAtRest(earshot);
    least.push(await leastFor(earshot, server.url));
  }
  await countParses(earshot);
  server.requests.length = 0;
  const again = await refresh(page);
  if (again.outcome !== 'unchanged') throw new Error(`The refresh came out as “${again.outcome}”.`);
  const { requests } = server;
  const unchanged = {
    took: again.took,
    requests: requests.length,
    status: requests[0]?.status,
    parses: await parsesAtRest(earshot),
  };
  await page.close();
  return {
    refresh: median(took),
    least: {
      fetch: median(least.map(({ fetch }) => fetch)),
      decode: median(least.map(({ decode }) => decode)),
      parse: median(least.map(({ parse }) => parse)),
    },
    bytes,
    unchanged,
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
