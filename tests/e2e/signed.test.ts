import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browsers.ts';
import { type Earshot, launchEarshot } from '../../scripts/launch.ts';
import { DirectoryServer } from '../support/directory-server.ts';
import { untilListed, untilSays } from '../support/popup.ts';
import { readStates, refreshAll } from '../support/refreshing.ts';
import { createSigner, type Signer } from '../support/signing.ts';

const documentWith = (serial: number, name: string) => ({
  format: 'earshot-directory/1',
  serial,
  issued: '2026-11-20T09:00:00Z',
  organization: { name: 'Northwind' },
  sites: [],
  allies: [{ id: 'ally', name, consented: '2026-01-10' }],
});

describe.each(BROWSER_KINDS)('a directory that must be signed, in %s', (kind) => {
  const server = new DirectoryServer();
  let signer: Signer;
  let next: Signer;
  let stranger: Signer;
  let earshot: Earshot;
  let settings: Page;

  const outcome = async (): Promise<string | undefined> =>
    (await refreshAll(settings, [server.url]))[0]?.outcome;
  const popupLists = async (name: string, words: string): Promise<void> => {
    const popup = await earshot.openPopup();
    await untilListed(popup, [name]);
    await untilSays(popup, '.conditions', words);
  };

  beforeAll(async () => {
    signer = await createSigner('2026');
    next = await createSigner('2027');
    stranger = await createSigner('stranger');
    await server.start();
    await server.setDirectory({ document: documentWith(1, 'First Ally'), signer });
    earshot = await launchEarshot({
      browser: kind,
      lang: 'en-GB',
      policy: { directoryUrl: server.url, publicKeys: [signer.publicKey, next.publicKey] },
    });
    await server.waitForRequest(({ status }) => status === 200);
    settings = await earshot.openPage('options.html');
    await untilSays(settings, '.address-item', 'Checked');
  });
  afterAll(async () => {
    await earshot?.close();
    await server.close();
  });

  it('is accepted under a key that the policy names, and says which', async () => {
    await popupLists('First Ally', 'Checked');
    expect((await readStates(settings))[0]?.copy?.signedBy).toBe('2026');
  });

  it('is refused without a signature', async () => {
    await server.setDirectory({ document: documentWith(2, 'Unsigned Ally') });
    expect(await outcome()).toBe('unsigned');
    await popupLists('First Ally', 'The new directory is not signed, so it was not accepted.');
  });

  it('is refused under a key that nobody named', async () => {
    await server.setDirectory({ document: documentWith(2, 'Strange Ally'), signer: stranger });
    expect(await outcome()).toBe('unknownKey');
    await popupLists('First Ally', 'signed with a key that is not known here');
  });

  it('is refused under a signature that does not fit it', async () => {
    await server.setDirectory({ document: documentWith(2, 'Forged Ally'), signer });
    await server.setFault('badSignature');
    expect(await outcome()).toBe('badSignature');
    await server.setFault(undefined);
    await popupLists('First Ally', 'signature does not fit it');
  });

  it('is accepted under the key that comes next', async () => {
    await server.setDirectory({ document: documentWith(7, 'Second Ally'), signer: next });
    expect(await outcome()).toBe('updated');
    await popupLists('Second Ally', 'Checked');
  });

  it('is refused when it is older than what was accepted, whoever signed it', async () => {
    await server.setDirectory({ document: documentWith(6, 'Older Ally'), signer });
    expect(await outcome()).toBe('olderSerial');
    await popupLists('Second Ally', 'offered an older directory than the one you have');
  });

  it('gives way to any that a known key signed, once its own key is withdrawn', async () => {
    await server.setDirectory({ document: documentWith(8, 'Third Ally'), signer: next });
    expect(await outcome()).toBe('updated');
    await server.setDirectory({ document: documentWith(3, 'Trusted Ally'), signer });
    await earshot.setPolicy({ directoryUrl: server.url, publicKeys: [signer.publicKey] });
    await popupLists('Trusted Ally', 'Checked');
  });
});
