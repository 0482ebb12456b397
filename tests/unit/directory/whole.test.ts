import { describe, expect, it } from 'vitest';
import { type Ally, allySchema } from '../../../utils/directory/schema.ts';
import { createGathering } from '../../../utils/directory/whole.ts';
import { headWith } from './heads.ts';
import { SITES } from './rows.ts';

const FIRST = 'https://example.com/a.json';
const SECOND = 'https://example.org/b.json';
const PHOTO = 'data:image/png;base64,AAAA';
const sites = [...SITES.values()];

const ally = (changes: Partial<Ally> & { id: string }): Ally =>
  allySchema.parse({ name: `Ally ${changes.id}`, ...changes });
const block = (source: number, key: string, ...allies: Ally[]) => ({
  source,
  url: source === 0 ? FIRST : SECOND,
  key,
  text: JSON.stringify(allies),
});
const gathering = (named: string[] = []) => {
  const gathered = createGathering((tag) => {
    named.push(tag);
    return tag === 'pl' ? 'Polish' : tag;
  });
  gathered.addHeads([
    { url: FIRST, head: headWith({ sites }) },
    { url: SECOND, head: headWith({ sites: [] }) },
  ]);
  return gathered;
};

describe('putting the whole directory together', () => {
  it('says of each row where its full record lies', () => {
    const gathered = gathering();
    gathered.addBlock(block(0, 'one', ally({ id: 'a' }), ally({ id: 'b' })));
    gathered.addBlock(block(0, 'two', ally({ id: 'c' })));
    const { rows } = gathered.finish();
    expect(rows.map(({ id, key, url, block: at, index }) => [id, key, url, at, index])).toEqual([
      ['a', '0/a', FIRST, 'one', 0],
      ['b', '0/b', FIRST, 'one', 1],
      ['c', '0/c', FIRST, 'two', 0],
    ]);
  });

  it('leaves pictures and longer texts out of the rows', () => {
    const gathered = gathering();
    gathered.addBlock(
      block(0, 'one', ally({ id: 'a', photo: PHOTO, about: 'I listen.' }), ally({ id: 'b' })),
    );
    const { rows, photos } = gathered.finish();
    expect(rows[0]).not.toHaveProperty('photo');
    expect(rows[0]).not.toHaveProperty('about');
    expect(rows.map(({ hasPhoto }) => hasPhoto)).toEqual([true, false]);
    expect([...photos]).toEqual([['0/a', PHOTO]]);
  });

  it('lets the search find the site’s name, the languages’ names and the longer text', () => {
    const gathered = gathering();
    gathered.addBlock(
      block(0, 'one', ally({ id: 'a', site: 'par', languages: ['pl'], about: 'Café talks' })),
    );
    const text = gathered.finish().texts.get('0/a');
    expect(text?.name).toBe('ally a');
    for (const part of ['paris', 'polish', 'cafe talks']) expect(text?.rest).toContain(part);
  });

  it('asks for the name of a language once, however many speak it', () => {
    const named: string[] = [];
    const gathered = gathering(named);
    const speakers = Array.from({ length: 50 }, (_, index) =>
      ally({ id: `${index}`, languages: ['pl', 'en'] }),
    );
    gathered.addBlock(block(0, 'one', ...speakers));
    expect(named).toEqual(['pl', 'en']);
  });

  it('lists who is in two directories once, as the first has them', () => {
    const gathered = gathering();
    const email = { type: 'email' as const, address: 'maya@example.com' };
    // The second directory’s block may be read first.
    gathered.addBlock(block(1, 'late', ally({ id: 'm', channels: [email] }), ally({ id: 'z' })));
    gathered.addBlock(block(0, 'early', ally({ id: 'maya', channels: [email] })));
    expect(gathered.finish().rows.map(({ key }) => key)).toEqual(['0/maya', '1/z']);
  });

  it('is empty, and complete, where there are no allies', () => {
    const { rows, sites: found, resources } = gathering().finish();
    expect([rows, resources]).toEqual([[], []]);
    expect(found.size).toBe(sites.length);
  });

  it('stands where only a later address has allies', () => {
    const gathered = gathering();
    gathered.addBlock(block(1, 'late', ally({ id: 'z' })));
    expect(gathered.finish().rows.map(({ id }) => id)).toEqual(['z']);
  });
});
