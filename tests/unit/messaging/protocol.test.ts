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
    const requests = [
      ['refreshDirectory', {}],
      ['rebuildView', {}],
      ['testNotice', {}],
      ['actOnBreak', { kind: 'snooze' }],
      ['actOnBreak', { kind: 'pause', until: 7 }],
      ['forgetBreakCounts', { counts: [] }],
    ] as const;
    expect([...new Set(requests.map(([name]) => name))].toSorted()).toEqual(names.toSorted());
    fc.assert(
      fc.property(
        fc.constantFrom(...requests),
        fc.dictionary(fc.string(), fc.jsonValue()),
        ([name, request], extra) => {
          expect(protocol[name].request.parse({ ...extra, ...request })).toEqual(request);
        },
      ),
    );
  });

  it('do with breaks what is in the list, at times that exist, and nothing else', () => {
    for (const act of [
      {},
      { kind: 'looked' },
      { kind: 'meeting' },
      { kind: 'meeting', until: 'noon' },
      { kind: 'pause', until: Number.NaN },
      { kind: 'pause', until: Number.POSITIVE_INFINITY },
      { kind: 'take', what: 'a day' },
    ]) {
      expect(protocol.actOnBreak.request.safeParse(act).success).toBe(false);
    }
  });

  it('ask nothing with what is no object', () => {
    for (const [, { request }] of entries) {
      for (const value of [undefined, null, 'x', 7, []]) expect(request.safeParse(value).success).toBe(false);
    }
  });

  it('are answered with the instant at which it was done', () => {
    expect(protocol.refreshDirectory.response.parse({ finishedAt: 7 })).toEqual({ finishedAt: 7 });
    expect(protocol.rebuildView.response.parse({ builtAt: 7 })).toEqual({ builtAt: 7 });
    for (const { response } of [protocol.refreshDirectory, protocol.rebuildView]) {
      for (const answer of [undefined, {}, { finishedAt: 'now' }, { builtAt: null }]) {
        expect(response.safeParse(answer).success).toBe(false);
      }
    }
  });
});
