import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toRow } from '../../../utils/directory/row.ts';
import { type Ally, allySchema } from '../../../utils/directory/schema.ts';

const PLACE = { key: '0/a', url: 'https://example.com/directory.json', block: 'one', index: 3 };
const PHOTO = 'data:image/png;base64,AAAA';

const someAlly: fc.Arbitrary<Ally> = fc
  .record(
    {
      photo: fc.constant(PHOTO),
      about: fc.constant('I listen.'),
      team: fc.constant('Payments'),
      languages: fc.subarray(['en', 'pl']),
      accepting: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((fields) => allySchema.parse({ id: 'a', name: 'Ada', ...fields }));

describe('an ally’s row', () => {
  it('has all of the ally but the picture and the longer text, and the place of those', () => {
    fc.assert(
      fc.property(someAlly, (ally) => {
        const { photo, about: _about, ...rest } = ally;
        expect(toRow(ally, PLACE)).toEqual({ ...rest, ...PLACE, hasPhoto: photo !== undefined });
      }),
    );
  });

  it('leaves the ally’s full record as it was', () => {
    const ally = allySchema.parse({ id: 'a', name: 'Ada', photo: PHOTO, about: 'I listen.' });
    const before = structuredClone(ally);
    toRow(ally, PLACE);
    expect(ally).toEqual(before);
  });
});
