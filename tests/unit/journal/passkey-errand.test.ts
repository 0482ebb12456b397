import { describe, expect, it } from 'vitest';
import { passkeyErrand } from '../../../components/journal/passkey-errand.ts';
import type { Journal } from '../../../utils/journal/ports.ts';
import { random, World } from './fake-vault.ts';

const nothing = (): void => undefined;
const errandOf = (journal: Journal, kind: 'add' | 'use') =>
  passkeyErrand(kind, { journal, leave: nothing, over: nothing });
const newSecret = () => ({ id: random(20), salt: random(32), prf: random(32) });

async function withPassphrase(): Promise<{ world: World; journal: Journal }> {
  const world = new World();
  const journal = await world.window();
  await journal.setPassphrase('a long enough one');
  return { world, journal };
}

describe('what a passkey’s window is to do', () => {
  it('adds it to the journal, and opens the journal with it afterwards', async () => {
    const { world, journal } = await withPassphrase();
    const secret = newSecret();
    expect(await errandOf(journal, 'add').take(secret)).toBe('done');
    const later = errandOf(await world.window(), 'use');
    expect(await later.known()).toEqual([{ id: secret.id, salt: secret.salt }]);
    expect(await later.take({ ...secret, prf: random(32) })).toBe('wrong');
    expect(await later.take(secret)).toBe('done');
  });

  it('adds none to a journal that was locked meanwhile, and says so', async () => {
    const { journal } = await withPassphrase();
    const errand = errandOf(journal, 'add');
    await journal.lock();
    expect(await errand.take(newSecret())).toBe('locked');
    expect(await errand.known()).toEqual([]);
  });

  it('adds none where it can’t be saved, and says so', async () => {
    const { world, journal } = await withPassphrase();
    world.disk.fault = 'full';
    expect(await errandOf(journal, 'add').take(newSecret())).toBe('unsaved');
    expect(await journal.passkeys()).toEqual([]);
  });
});
