import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envelopeSchema, protocol } from '../../../utils/messaging/protocol.ts';

const names = Object.keys(protocol);
const entries = Object.entries(protocol);

describe('the messages between pages and background', () => {
  it('can each be put in an envelope, and no other', () => {
    for (const name of names) {
      expect(envelopeSchema.parse({ earshot: name, request: {} })).toEqual({ earshot: name, request: {} });
    }
    expect([...envelopeSchema.shape.earshot.options].toSorted()).toEqual(names.toSorted());
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'refreshDirectory'],
    ['a message of another extension', { type: 'refreshDirectory' }],
    ['a name that is not in the table', { earshot: 'readJournal', request: {} }],
    ['a name that objects happen to have', { earshot: 'constructor', request: {} }],
    ['a list of names', { earshot: ['refreshDirectory'], request: {} }],
  ])('are not %s', (_, message) => {
    expect(envelopeSchema.safeParse(message).success).toBe(false);
  });

  it('carry nothing of a person: a request keeps no key that isn’t in the table', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...entries),
        fc.dictionary(fc.string(), fc.jsonValue()),
        ([, table], extra) => {
          expect(table.request.parse(extra)).toEqual({});
        },
      ),
    );
  });

  it('ask nothing with what is no object', () => {
    for (const [, { request }] of entries) {
      for (const value of [undefined, null, 'x', 7, []]) expect(request.safeParse(value).success).toBe(false);
    }
  });

  it('are answered with the instant at which it was done', () => {
    expect(protocol.refreshDirectory.response.parse({ finishedAt: 7 })).toEqual({ finishedAt: 7 });
    expect(protocol.rebuildView.response.parse({ builtAt: 7 })).toEqual({ builtAt: 7 });
    for (const [, { response }] of entries) {
      for (const answer of [undefined, {}, { finishedAt: 'now' }, { builtAt: null }]) {
        expect(response.safeParse(answer).success).toBe(false);
      }
    }
  });
});
