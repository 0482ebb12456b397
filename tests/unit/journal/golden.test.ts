import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VAULT_VERSION } from '../../../utils/journal/slots.ts';
import { dump, type GoldenJournal, openGolden } from '../../support/golden-journal.ts';
import { textsOf } from './fake-vault.ts';

const folder = new URL('../../fixtures/journal-golden/', import.meta.url);
const names = readdirSync(folder);
const read = (name: string): GoldenJournal => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

describe('a journal that an earlier Earshot left', () => {
  it('is there for every version of the vault, with each way that opens it', () => {
    const versions = Array.from({ length: VAULT_VERSION }, (_, index) => index + 1);
    expect([...names].sort()).toEqual(
      versions.flatMap((version) => [`device-${version}.json`, `passphrase-${version}.json`]).sort(),
    );
  });

  it.each(names)('opens with all that was in it: %s', async (name) => {
    const golden = read(name);
    const { journal } = await openGolden(golden);
    if (golden.passphrase !== undefined) {
      expect(journal.state().kind).toBe('locked');
      expect(await journal.unlock({ way: 'passphrase', passphrase: golden.passphrase })).toBe('open');
    }
    expect(journal.state()).toMatchObject({ kind: 'open', aside: 0 });
    expect(textsOf(await journal.latest(50))).toEqual(['Words of 2', 'Words of 1']);
    const [first, second, third] = (await journal.all())
      .map(({ entry }) => entry)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(first).toMatchObject({
      mood: 2,
      feelings: ['sad'],
      about: ['work'],
      tags: ['rain'],
      prompt: 'What is here?',
    });
    expect(second).toMatchObject({ pinned: true, versions: [{ written: 5, text: 'Before', tags: [] }] });
    expect(third).toMatchObject({ trashed: 7, energy: -1, pleasantness: 2 });
    expect((await journal.drafts()).map(({ content }) => content.text)).toEqual(['Begun 4']);
    expect((await journal.prefs()).ownPrompts).toEqual(['What did the sea sound like?']);
  });

  it.each(names.filter((name) => name.startsWith('passphrase')))(
    'opens by its recovery code: %s',
    async (name) => {
      const golden = read(name);
      const { journal } = await openGolden(golden);
      expect(await journal.unlock({ way: 'recovery', code: golden.recovery ?? '' })).toBe('open');
      expect(await journal.all()).toHaveLength(3);
    },
  );
});

describe('a journal that a newer Earshot left', () => {
  it.each(names)('is named, and stays as it is to the last byte: %s', async (name) => {
    const golden = read(name);
    const text = golden.vault.text.replace(`"version":${golden.version}`, '"version":99');
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    const newer = { ...golden, vault: { text, digest: new Uint8Array(digest).toHex() } };
    const { journal, disk } = await openGolden(newer);
    expect(journal.state()).toEqual({ kind: 'unusable', reason: 'newer' });
    expect(dump(disk)).toEqual({ vault: newer.vault, records: newer.records });
  });
});
