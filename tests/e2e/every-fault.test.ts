import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import type { LogEntry } from '../../utils/directory/source.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { BUSY_SECONDS, FAULTS, type Fault } from '../support/faults.ts';
import { listedNames, setAddresses } from '../support/popup.ts';
import { readLog, readStates, refreshAll } from '../support/refreshing.ts';

/** Signatures have a test of their own. */
type TriedFault = Exclude<Fault, 'badSignature'>;
const TRIED = FAULTS.filter((fault): fault is TriedFault => fault !== 'badSignature');

/** What the log says of each fault, and the popup in words. */
const EXPECTED: Readonly<Record<TriedFault, readonly [LogEntry['outcome'], string]>> = {
  refused: ['unreachable', 'The directory could not be reached. You may be offline.'],
  reset: ['unreachable', 'The directory could not be reached. You may be offline.'],
  silent: ['timeout', 'The directory took too long to answer.'],
  trickle: ['timeout', 'The directory took too long to answer.'],
  notFound: ['notFound', 'There is nothing at the directory’s address any more.'],
  busy: ['busy', 'The directory’s server asked to come back later.'],
  serverError: ['serverError', 'The directory’s server has trouble at the moment.'],
  redirect: ['signIn', 'The directory asks you to sign in.'],
  webPage: ['webPage', 'The address answered with a web page instead of the directory.'],
  truncated: ['notJson', 'The new directory arrived damaged or incomplete.'],
  wrongCompression: ['unreachable', 'The directory could not be reached. You may be offline.'],
  wrongEncoding: ['notJson', 'The new directory arrived damaged or incomplete.'],
  oversized: ['tooLarge', 'The new directory is larger than Earshot accepts.'],
  wrongContent: ['notADirectory', 'What arrived is not a directory that Earshot can read.'],
  olderSerial: ['olderSerial', 'The address offered an older directory than the one you have'],
  expired: ['updated', 'The publisher meant this list to be replaced by'],
  badRecord: ['updated', 'Checked'],
};

/** As many as are tried at once: each fault has an address and an ally of its own. */
const AT_ONCE = 9;
const GROUPS = [TRIED.slice(0, AT_ONCE), TRIED.slice(AT_ONCE)];

const documentOf = (fault: TriedFault) => ({
  format: 'earshot-directory/1',
  serial: 5,
  issued: '2026-11-20T09:00:00Z',
  organization: { name: `Organization ${fault}` },
  sites: [],
  allies: [{ id: fault, name: `Ally of ${fault}`, consented: '2026-01-10' }],
});

describe.each(BROWSER_KINDS)('each fault of a server, in %s', (kind) => {
  const servers = new Map<TriedFault, DirectoryServer>(TRIED.map((fault) => [fault, new DirectoryServer()]));
  const serverOf = (fault: TriedFault): DirectoryServer => {
    const server = servers.get(fault);
    if (server === undefined) throw new Error(`There is no server for ${fault}.`);
    return server;
  };
  const outcomes = new Map<TriedFault, LogEntry>();
  const names = new Map<TriedFault, readonly string[]>();
  const words = new Map<TriedFault, string>();
  const nextAt = new Map<TriedFault, number>();
  let earshot: Earshot;
  let settings: Page;

  async function tryGroup(faults: readonly TriedFault[]): Promise<void> {
    const urls = faults.map((fault) => serverOf(fault).url);
    await setAddresses(earshot, urls);
    await vi.waitFor(
      async () => {
        const states = await readStates(settings);
        const fetched = states.filter(({ url, copy }) => urls.includes(url) && copy !== undefined);
        expect(fetched.length).toBe(faults.length);
      },
      { timeout: 60_000, interval: 200 },
    );
    for (const fault of faults) await serverOf(fault).setFault(fault);
    const lines = await refreshAll(settings, urls);
    const states = await readStates(settings);
    const popup = await earshot.openPopup();
    const listed = await listedNames(popup);
    for (const [index, fault] of faults.entries()) {
      const line = lines[index];
      if (line !== undefined) outcomes.set(fault, line);
      names.set(fault, listed);
      nextAt.set(fault, states.find(({ url }) => url === urls[index])?.nextAt ?? 0);
      const [, expected] = EXPECTED[fault];
      await popup
        .waitForFunction(
          (text: string) =>
            [...document.querySelectorAll('.conditions')].some((part) => part.textContent?.includes(text)),
          { timeout: 20_000 },
          expected,
        )
        .catch(() => undefined);
    }
    const said = await popup.$$eval('.conditions', (parts) =>
      parts.map(({ textContent }) => textContent).join(),
    );
    for (const fault of faults) words.set(fault, said);
  }

  beforeAll(async () => {
    for (const [fault, server] of servers) {
      await server.start();
      await server.setDirectory({ document: documentOf(fault) });
    }
    earshot = await launchEarshot({ browser: kind, lang: 'en-GB' });
    settings = await earshot.openPage('options.html');
    for (const group of GROUPS) await tryGroup(group);
  }, 240_000);
  afterAll(async () => {
    await earshot?.close();
    for (const server of servers.values()) await server.close();
  });

  it.each(TRIED)('is logged for what it is: %s', (fault) => {
    expect(outcomes.get(fault)?.outcome).toBe(EXPECTED[fault][0]);
  });

  it.each(TRIED)('leaves the last good directory listed: %s', (fault) => {
    expect(names.get(fault)).toContain(`Ally of ${fault}`);
  });

  it.each(TRIED)('is told in plain words: %s', (fault) => {
    expect(words.get(fault)).toContain(EXPECTED[fault][1]);
  });

  it('is not followed by another request before the server said so', async () => {
    const at = outcomes.get('busy')?.at ?? 0;
    expect((nextAt.get('busy') ?? 0) - at).toBeGreaterThanOrEqual(BUSY_SECONDS * 1000);
  });

  it('leaves no more than twenty lines in the log', async () => {
    expect((await readLog(settings)).length).toBeLessThanOrEqual(20);
  });
});
