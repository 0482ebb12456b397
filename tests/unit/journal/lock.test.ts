import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../utils/core/clock.ts';
import type { Journal } from '../../../utils/journal/ports.ts';
import { draft, entry, settled, textsOf, World } from './fake-vault.ts';

const secret = { way: 'passphrase', passphrase: 'a long enough one' } as const;

async function withPassphrase(): Promise<{ world: World; journal: Journal }> {
  const world = new World();
  const journal = await world.window();
  await journal.saveAll([entry(1), entry(2)]);
  expect(await journal.setPassphrase(secret.passphrase)).toBe('saved');
  return { world, journal };
}

const waysOf = (journal: Journal): readonly string[] => {
  const state = journal.state();
  return state.kind === 'open' || state.kind === 'locked' ? state.ways : [];
};

describe('a passphrase', () => {
  it('takes the place of the device, and nothing opens by itself any more', async () => {
    const { world, journal } = await withPassphrase();
    expect(journal.state()).toEqual({ kind: 'open', ways: ['passphrase'], aside: 0 });
    expect(Object(world.disk.vault).device).toBeUndefined();
    const later = await world.window();
    expect(later.state()).toEqual({ kind: 'locked', ways: ['passphrase'] });
    expect(await later.latest(50)).toEqual([]);
    expect(await later.save(entry(3), undefined)).toEqual({ kind: 'failed', reason: 'locked' });
  });

  it('opens what was written before it and after it', async () => {
    const { world, journal } = await withPassphrase();
    await journal.save(entry(3), undefined);
    const later = await world.window();
    expect(await later.unlock(secret)).toBe('open');
    expect(textsOf(await later.latest(50))).toEqual(['Words of 3', 'Words of 2', 'Words of 1']);
  });

  it('leaves nothing under the data key that the device could open', async () => {
    const world = new World();
    const journal = await world.window();
    await journal.saveAll([entry(1), entry(2)]);
    await journal.saveDraft(draft(3));
    const keyOf = (sealed: Uint8Array): string => sealed.slice(3, 19).toHex();
    const before = new Set([...world.disk.records.values()].map(keyOf));
    await journal.setPassphrase(secret.passphrase);
    const after = new Set([...world.disk.records.values()].map(keyOf));
    expect(after.size).toBe(1);
    expect(before.isDisjointFrom(after)).toBe(true);
    expect(Object(world.disk.vault).text).not.toContain([...before][0]);
  });

  it('is told from a wrong one, and from a damaged or a missing vault', async () => {
    const { world } = await withPassphrase();
    const wrong = await world.window();
    expect(await wrong.unlock({ ...secret, passphrase: 'another' })).toBe('wrong');
    expect(wrong.state().kind).toBe('locked');
    const whole = world.disk.vault;
    world.disk.vault = { ...Object(whole), text: Object(whole).text.replace('"memory":65536', '"memory":6') };
    expect(await wrong.unlock(secret)).toBe('damaged');
    expect(wrong.state()).toEqual({ kind: 'unusable', reason: 'damaged' });
    world.disk.vault = undefined;
    expect(await (await world.window()).unlock(secret)).toBe('missing');
    world.disk.vault = whole;
    expect(await wrong.unlock(secret)).toBe('open');
  });

  it('can be changed, and leaves the other ways as they are', async () => {
    const { world, journal } = await withPassphrase();
    const prf = crypto.getRandomValues(new Uint8Array(32));
    await journal.addPasskey({ id: new Uint8Array([1, 2]), prf, salt: new Uint8Array([3]) });
    expect(await journal.setPassphrase('another long one')).toBe('saved');
    const later = await world.window();
    expect(await later.unlock(secret)).toBe('wrong');
    expect(await later.unlock({ way: 'passkey', prf })).toBe('open');
    await later.lock();
    expect(await later.unlock({ way: 'passphrase', passphrase: 'another long one' })).toBe('open');
    expect(await later.all()).toHaveLength(2);
  });

  it('locks other windows, whose key is none any more, once they have saved', async () => {
    const world = new World();
    const [journal, other] = [await world.window(), await world.window()];
    other.beforeLock(() => other.saveDraft(draft(9, 'In the middle')));
    world.whileDeriving = settled;
    await journal.setPassphrase(secret.passphrase);
    await settled();
    expect(other.state()).toEqual({ kind: 'locked', ways: ['passphrase'] });
    expect(await other.save(entry(5), undefined)).toEqual({ kind: 'failed', reason: 'locked' });
    expect((await journal.drafts()).map(({ content }) => content.text)).toEqual(['In the middle']);
  });
});

describe('a recovery code', () => {
  it('opens the vault once a part of it was typed, and not before', async () => {
    const { world, journal } = await withPassphrase();
    const code = await journal.makeRecovery();
    const later = await world.window();
    expect(await later.unlock({ way: 'recovery', code })).toBe('wrong');
    expect(await journal.confirmRecovery(2, 'ZZZZ')).toBe(false);
    expect(await journal.confirmRecovery(2, (code.split('-')[2] ?? '').toLowerCase())).toBe(true);
    expect(waysOf(journal)).toEqual(['passphrase', 'recovery']);
    expect(await later.unlock({ way: 'recovery', code })).toBe('open');
    expect(await later.all()).toHaveLength(2);
  });

  it('opens nothing after another was made, or after it was removed', async () => {
    const { world, journal } = await withPassphrase();
    const make = async (): Promise<string> => {
      const code = await journal.makeRecovery();
      expect(await journal.confirmRecovery(0, code.slice(0, 4))).toBe(true);
      return code;
    };
    const [first, second] = [await make(), await make()];
    const later = await world.window();
    expect(await later.unlock({ way: 'recovery', code: first })).toBe('wrong');
    expect(await later.unlock({ way: 'recovery', code: second })).toBe('open');
    await journal.removeWay('recovery');
    expect(await (await world.window()).unlock({ way: 'recovery', code: second })).toBe('wrong');
    expect(waysOf(journal)).toEqual(['passphrase']);
  });

  it('that was not confirmed is forgotten with a lock', async () => {
    const { journal } = await withPassphrase();
    const code = await journal.makeRecovery();
    await journal.lock();
    await journal.unlock(secret);
    expect(await journal.confirmRecovery(0, code.slice(0, 4))).toBe(false);
  });
});

describe('a passkey', () => {
  it('is known by its id and salt while the vault is locked', async () => {
    const { world, journal } = await withPassphrase();
    const credential = { id: new Uint8Array([1, 2]), salt: new Uint8Array([9]) };
    await journal.addPasskey({ ...credential, prf: new Uint8Array(32).fill(7) });
    const later = await world.window();
    expect(await later.passkeys()).toEqual([credential]);
    expect(await later.unlock({ way: 'passkey', prf: new Uint8Array(32).fill(7) })).toBe('open');
    await later.removeWay('passkey');
    expect(await later.passkeys()).toEqual([]);
  });
});

describe('a lock', () => {
  it('drops everything in all windows', async () => {
    const { world, journal } = await withPassphrase();
    const other = await world.window();
    await other.unlock(secret);
    expect(await other.all()).toHaveLength(2);
    await journal.lock();
    await settled();
    for (const window of [journal, other]) {
      expect(window.state()).toEqual({ kind: 'locked', ways: ['passphrase'] });
      expect(await window.all()).toEqual([]);
      expect(await window.drafts()).toEqual([]);
    }
  });

  it('waits for what is being written to be saved', async () => {
    const { journal } = await withPassphrase();
    journal.beforeLock(() => journal.saveDraft(draft(9, 'In the middle')));
    await journal.lock();
    await journal.unlock(secret);
    expect((await journal.drafts()).map(({ content }) => content.text)).toEqual(['In the middle']);
  });

  it('waits two seconds and no longer', async () => {
    const { world, journal } = await withPassphrase();
    journal.beforeLock(() => new Promise(() => undefined));
    const locking = journal.lock();
    await settled();
    expect(journal.state().kind).toBe('open');
    await world.pass(2000);
    await locking;
    expect(journal.state().kind).toBe('locked');
  });

  it('in the middle of a change of the passphrase leaves a vault that opens', async () => {
    const { world, journal } = await withPassphrase();
    const changing = journal.setPassphrase('another long one');
    await journal.lock();
    const done = await changing;
    const now = done === 'saved' ? 'another long one' : secret.passphrase;
    const later = await world.window();
    expect(await later.unlock({ way: 'passphrase', passphrase: now })).toBe('open');
    expect(await later.all()).toHaveLength(2);
  });
});

describe('the deadline', () => {
  it('locks after so many minutes of quiet, and is put off by whoever is here', async () => {
    const { world, journal } = await withPassphrase();
    await journal.setLockAfter(5);
    expect(await journal.lockAfter()).toBe(5);
    await world.pass(4 * MINUTE);
    journal.touch();
    await world.pass(4 * MINUTE);
    expect(journal.state().kind).toBe('open');
    await world.pass(MINUTE + 1);
    expect(journal.state().kind).toBe('locked');
  });

  it('is shared: who is in one window keeps the other open', async () => {
    const { world, journal } = await withPassphrase();
    const other = await world.window();
    await other.unlock(secret);
    await world.pass(10 * MINUTE);
    journal.touch();
    await world.pass(10 * MINUTE);
    expect(other.state().kind).toBe('open');
    await world.pass(6 * MINUTE);
    expect(other.state().kind).toBe('locked');
  });

  it('counts while the computer slept: a touch after it locks', async () => {
    const { world, journal } = await withPassphrase();
    world.now += 16 * MINUTE;
    journal.touch();
    await settled();
    expect(journal.state().kind).toBe('locked');
  });

  it('never comes where it was taken away, or where the device opens the vault', async () => {
    const { world, journal } = await withPassphrase();
    await journal.setLockAfter(undefined);
    await world.pass(600 * MINUTE);
    expect(journal.state().kind).toBe('open');
    const device = new World();
    const free = await device.window();
    await device.pass(600 * MINUTE);
    expect(free.state().kind).toBe('open');
  });
});
