import { describe, expect, it } from 'vitest';
import { draft, entry, id, textsOf, World } from './fake-vault.ts';

const world = (): World => new World();

describe('a journal on its first day', () => {
  it('opens by itself, empty, with the device as its only way', async () => {
    const journal = await world().window();
    expect(journal.state()).toEqual({ kind: 'open', ways: ['device'], aside: 0 });
    expect(await journal.latest(50)).toEqual([]);
    expect(await journal.all()).toEqual([]);
  });

  it('keeps an entry, and has it again after the window was closed', async () => {
    const here = world();
    const journal = await here.window();
    const saved = await journal.save(entry(1), undefined);
    expect(saved.kind).toBe('saved');
    const later = await here.window();
    expect(textsOf(await later.latest(50))).toEqual(['Words of 1']);
    expect(await later.all()).toEqual(await journal.all());
  });

  it('is one vault, though two windows open at once', async () => {
    const here = world();
    const [one, other] = await Promise.all([here.window(), here.window()]);
    await one.save(entry(1), undefined);
    expect(textsOf(await other.all())).toEqual(['Words of 1']);
  });

  it('writes nothing that can be read to the disk', async () => {
    const here = world();
    const journal = await here.window();
    await journal.save(entry(1, { tags: ['canary'], mood: 2 }), undefined);
    await journal.saveDraft(draft(2, 'canary'));
    await journal.changePrefs((before) => ({ ...before, ownPrompts: ['canary'] }));
    const bytes = Buffer.concat([...here.disk.records.values()]);
    for (const secret of ['canary', 'Words', 'entry', 'draft', 'Europe', 'mood']) {
      expect(bytes.includes(secret)).toBe(false);
    }
    expect(JSON.stringify(here.disk.vault)).not.toContain('canary');
    const lengths = [...here.disk.records.values()].map(({ length }) => (length - 35 - 16) % 256);
    expect(new Set(lengths)).toEqual(new Set([0]));
  });

  it('says so where the browser lets nothing be stored, or the disk is full', async () => {
    for (const fault of ['refused', 'full'] as const) {
      const here = world();
      here.disk.fault = fault;
      expect((await here.window()).state()).toEqual({ kind: 'unusable', reason: fault });
    }
  });
});

describe('what the journal shows', () => {
  it('shows pinned entries first, then the newest, and none from the trash', async () => {
    const journal = await world().window();
    await journal.saveAll([entry(1, { pinned: true }), entry(2), entry(3, { trashed: 5 }), entry(4)]);
    expect(textsOf(await journal.latest(2))).toEqual(['Words of 1', 'Words of 4']);
    expect(textsOf(await journal.latest(50))).toEqual(['Words of 1', 'Words of 4', 'Words of 2']);
    expect(await journal.all()).toHaveLength(4);
  });

  it('reads for the first screen no more than is on it', async () => {
    const here = world();
    await (await here.window()).saveAll(Array.from({ length: 1000 }, (_, at) => entry(at + 1)));
    here.disk.reads = [];
    const journal = await here.window();
    expect(textsOf(await journal.latest(3))).toEqual(['Words of 1000', 'Words of 999', 'Words of 998']);
    expect(here.disk.reads).toHaveLength(4);
  });

  it('shows the right ones after most of the newest were removed', async () => {
    const here = world();
    const journal = await here.window();
    await journal.saveAll(Array.from({ length: 600 }, (_, at) => entry(at + 1)));
    await journal.remove(Array.from({ length: 298 }, (_, at) => id(600 - at)));
    const later = await here.window();
    expect(textsOf(await later.latest(3))).toEqual(['Words of 302', 'Words of 301', 'Words of 300']);
    await later.save(entry(9999, { at: 5 }), undefined);
    const again = await here.window();
    expect(textsOf(await again.latest(50))).not.toContain('Words of 9999');
    expect(await again.all()).toHaveLength(303);
  });
});

describe('drafts and preferences', () => {
  it('are there again after a crash, until they are dropped', async () => {
    const here = world();
    const journal = await here.window();
    await journal.saveDraft(draft(1, 'a'));
    await journal.saveDraft(draft(1, 'ab'));
    const later = await here.window();
    expect((await later.drafts()).map(({ content }) => content.text)).toEqual(['ab']);
    await later.dropDraft(id(1));
    expect(await (await here.window()).drafts()).toEqual([]);
  });

  it('are kept apart from entries', async () => {
    const here = world();
    const journal = await here.window();
    await journal.saveDraft(draft(1));
    await journal.changePrefs((before) => ({ ...before, spellcheck: true }));
    const later = await here.window();
    expect(await later.all()).toEqual([]);
    expect((await later.prefs()).spellcheck).toBe(true);
  });

  it('lose nothing that another window has set in the same moment', async () => {
    const here = world();
    const [one, other, third] = [await here.window(), await here.window(), await here.window()];
    const breaks = [{ day: '2026-11-20', taken: 1, natural: 0, snoozed: 0, skipped: 0 }];
    const changes = [
      one.changePrefs((before) => ({ ...before, spellcheck: true })),
      other.changePrefs((before) => ({ ...before, breaks })),
      third.changePrefs((before) => ({ ...before, ownPrompts: [...before.ownPrompts, 'first'] })),
      one.changePrefs((before) => ({ ...before, ownPrompts: [...before.ownPrompts, 'second'] })),
    ];
    expect(await Promise.all(changes)).toEqual(changes.map(() => 'saved'));
    const { spellcheck, breaks: kept, ownPrompts } = await (await here.window()).prefs();
    expect({ spellcheck, kept, ownPrompts: ownPrompts.toSorted() }).toEqual({
      spellcheck: true,
      kept: breaks,
      ownPrompts: ['first', 'second'],
    });
  });
});

describe('two windows', () => {
  it('never overwrite each other: what the second writes is kept as a copy', async () => {
    const here = world();
    const [one, other] = [await here.window(), await here.window()];
    const first = await one.save(entry(1), undefined);
    const revision = first.kind === 'saved' ? first.kept.revision : -1;
    await one.save(entry(1, { text: 'By one' }), revision);
    const second = await other.save(entry(1, { text: 'By the other' }), revision);
    expect(second).toMatchObject({ kind: 'conflict', kept: { entry: { text: 'By one' } } });
    expect(textsOf(await (await here.window()).all()).toSorted()).toEqual(['By one', 'By the other']);
  });

  it('take up what the other saved', async () => {
    const here = world();
    const [one, other] = [await here.window(), await here.window()];
    let changes = 0;
    other.watch(() => {
      changes += 1;
    });
    expect(await other.all()).toEqual([]);
    await one.save(entry(1), undefined);
    expect(textsOf(await other.all())).toEqual(['Words of 1']);
    expect(textsOf(await other.latest(5))).toEqual(['Words of 1']);
    expect(changes).toBeGreaterThan(0);
  });

  it('keep both drafts where they wrote to the same one', async () => {
    const here = world();
    const [one, other] = [await here.window(), await here.window()];
    await other.saveDraft(draft(1, 'other'));
    await one.drafts();
    await one.saveDraft(draft(1, 'one'));
    expect(await other.saveDraft(draft(1, 'other, longer'))).toBe('conflict');
    const texts = (await (await here.window()).drafts()).map(({ content }) => content.text);
    expect(texts.toSorted()).toEqual(['one', 'other, longer']);
  });

  it('save what was removed in the other window meanwhile', async () => {
    const here = world();
    const [one, other] = [await here.window(), await here.window()];
    const first = await one.save(entry(1), undefined);
    await other.remove([id(1)]);
    const revision = first.kind === 'saved' ? first.kept.revision : -1;
    expect((await one.save(entry(1, { text: 'Still here' }), revision)).kind).toBe('saved');
    expect(textsOf(await (await here.window()).all())).toEqual(['Still here']);
  });

  it('write several entries all or not at all', async () => {
    const here = world();
    const journal = await here.window();
    await journal.save(entry(1), undefined);
    const stranger = await here.window();
    expect(await stranger.saveAll([entry(1, { text: 'Other' }), entry(2)])).toBe('conflict');
    expect(textsOf(await stranger.all())).toEqual(['Words of 1']);
  });
});

describe('a full disk', () => {
  it('fails a save and leaves what was there', async () => {
    const here = world();
    const journal = await here.window();
    const first = await journal.save(entry(1), undefined);
    const revision = first.kind === 'saved' ? first.kept.revision : -1;
    here.disk.fault = 'full';
    expect(await journal.save(entry(1, { text: 'More' }), revision)).toEqual({
      kind: 'failed',
      reason: 'full',
    });
    here.disk.fault = undefined;
    expect(textsOf(await journal.all())).toEqual(['Words of 1']);
    expect((await journal.save(entry(1, { text: 'More' }), revision)).kind).toBe('saved');
  });
});
