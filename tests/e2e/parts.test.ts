import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { type LargeDirectory, largeDirectory } from '../fixtures/large.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { untilSays } from '../support/popup.ts';
import { readAllies, readStates, refreshAll } from '../support/refreshing.ts';

const ALLIES = 1_000;
const PARTS = 20;

const first = largeDirectory(ALLIES, { parts: PARTS });
const other = largeDirectory(ALLIES, { parts: PARTS, seed: 2 });
const [changed] = other.document.parts ?? [];
if (changed === undefined) throw new Error('There are no parts.');

/** The first directory with another part in its first one's place. */
const withFirstPart = (serial: number, part: typeof changed): LargeDirectory => ({
  document: { ...first.document, serial, parts: [part, ...(first.document.parts?.slice(1) ?? [])] },
  parts: new Map([...first.parts, ...other.parts]),
});

describe.each(BROWSER_KINDS)('a directory in parts, in %s', (kind) => {
  const server = new DirectoryServer();
  let earshot: Earshot;
  let settings: Page;
  const partsFetched = (): string[] =>
    server.requests.filter(({ path }) => path.startsWith('/allies-')).map(({ path }) => path);

  beforeAll(async () => {
    await server.start();
    await server.setDirectory(first);
    earshot = await launchEarshot({ browser: kind, lang: 'en-GB', policy: { directoryUrl: server.url } });
    settings = await earshot.openPage('options.html');
    await untilSays(settings, '.address-item', '1,000 allies');
  });
  afterAll(async () => {
    await earshot?.close();
    await server.close();
  });

  it('is fetched whole the first time, each part once', () => {
    expect(partsFetched().sort()).toEqual([...first.parts.keys()].map((path) => `/${path}`).sort());
  });

  it('is fetched again only where it changed', async () => {
    server.requests.length = 0;
    await server.setDirectory(withFirstPart(2, changed));
    expect((await refreshAll(settings, [server.url]))[0]?.outcome).toBe('updated');
    expect(partsFetched()).toEqual([`/${changed.path}`]);
    expect((await readAllies(settings)).length).toBe(ALLIES);
  });

  it('stays as it was, whole, where a part is not what it should be', async () => {
    const before = await readAllies(settings);
    await server.setDirectory(withFirstPart(3, { ...changed, sha256: 'a'.repeat(64) }));
    expect((await refreshAll(settings, [server.url]))[0]?.outcome).toBe('partMismatch');
    expect(await readAllies(settings)).toEqual(before);
    expect((await readStates(settings))[0]?.copy?.serial).toBe(2);
  });
});
