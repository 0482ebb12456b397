import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelHref } from '../../../utils/directory/channels.ts';
import { REJECTIONS_KEPT } from '../../../utils/directory/rejections.ts';
import { alliesOf, allyWith, documentWith, headOf } from './read-samples.ts';

describe('a hostile list of allies', () => {
  it('takes nothing from keys of the prototype', () => {
    const list: unknown = JSON.parse(
      '[{"__proto__":{"name":"Eve","channels":[]},"id":"a","constructor":1},{"id":"b","name":"B","__proto__":{"accepting":false}}]',
    );
    const { allies, rejections } = alliesOf(list);
    expect(rejections.kept).toEqual([{ path: 'allies[0].name', code: 'missing' }]);
    expect(allies).toHaveLength(1);
    expect(allies[0]?.accepting).toBe(true);
    expect(Object.hasOwn(allies[0] ?? {}, '__proto__')).toBe(false);
    expect({}).not.toHaveProperty('name');
  });

  it('reads past a hundred thousand records that are all bad, and keeps only the first reasons', () => {
    const { allies, rejections } = alliesOf(new Array(100_000).fill({ id: 'x', name: 7 }));
    expect(allies).toEqual([]);
    expect(rejections.count).toBe(100_000);
    expect(rejections.kept).toHaveLength(REJECTIONS_KEPT);
  });

  it('reads a hundred thousand records with channels', () => {
    const list = Array.from({ length: 100_000 }, (_, index) => allyWith({ id: `a${index}` }));
    expect(alliesOf(list).allies).toHaveLength(100_000);
  });

  it('survives lists of a million faults inside one record', () => {
    const million = new Array(1_000_000).fill(0);
    const { allies, rejections } = alliesOf([
      allyWith({ id: 'a', languages: million }),
      allyWith({ id: 'b', channels: million }),
    ]);
    expect(allies.map(({ id }) => id)).toEqual(['b']);
    expect(rejections.kept[0]).toEqual({ path: 'allies[0].languages', code: 'tooMany' });
    expect(rejections.kept.at(-1)).toEqual({ path: 'allies[1].channels', code: 'tooMany' });
  });

  it('refuses a name of a megabyte, and one that shows nothing', () => {
    const { allies, rejections } = alliesOf([
      allyWith({ id: 'a', name: 'M'.repeat(1_000_000) }),
      allyWith({ id: 'b', name: '\u200b\u2066\u3164' }),
    ]);
    expect(allies).toEqual([]);
    expect(rejections.kept.map(({ code }) => code)).toEqual(['tooLong', 'empty']);
  });

  it('cleans overrides of direction out of every text, and leaves markup as text', () => {
    const { allies } = alliesOf([allyWith({ name: '\u202e<b>Maya</b>', about: 'a\u2067b\n<script>' })]);
    expect(allies[0]).toMatchObject({ name: '<b>Maya</b>', about: 'ab\n<script>' });
  });
});

const UNSEEN = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;
const safeSchemes =
  /^(?:https:\/\/[!-~]+|mailto:|tel:\+?\d+$|sms:\+?\d+(?:\?|$)|slack:\/\/user\?|webexteams:\/\/im\?)/;

/** JSON values with a liking for what the reader looks for. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'javascript:alert(1)',
    'https://user:pass@example.com',
    'https://example.com/\u202egnp',
    'data:text/html,x',
    'a\ud800@example.com',
    '\u202e@example.com',
    '+44 (0)20 7946 0000',
    'maya@example.com',
    'GB',
    '__proto__',
  ),
);
const keys = [
  'id',
  'name',
  'type',
  'address',
  'number',
  'region',
  'url',
  'label',
  'channels',
  'team',
  'user',
  '__proto__',
];
const channelLike = fc.record(
  {
    type: fc.constantFrom('email', 'phone', 'sms', 'slack', 'teams', 'webex', 'booking', 'link', 'x'),
    address: hostileText,
    number: hostileText,
    region: fc.constantFrom('GB', 'x'),
    url: fc.oneof(hostileText, fc.webUrl()),
    label: hostileText,
    team: fc.constantFrom('T012AB', 'x'),
    user: fc.constantFrom('U012AB', 'x'),
  },
  { requiredKeys: ['type'] },
);
const hostile = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    hostileText,
    fc.jsonValue(),
    channelLike,
    fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), tie('value')),
    fc.array(tie('value')),
  ),
})).value;

describe('whatever a host sends', () => {
  it('is read without an error, and every channel that is left has a safe form', () => {
    const mutated = fc
      .tuple(fc.constantFrom(...Object.keys(allyWith())), hostile, fc.array(fc.oneof(channelLike, hostile)))
      .map(([key, value, channels]) => allyWith({ channels, [key]: value }));
    fc.assert(
      fc.property(fc.array(fc.oneof(mutated, hostile)), (list) => {
        const { allies } = alliesOf(list);
        for (const channel of allies.flatMap(({ channels }) => channels)) {
          expect(channelHref(channel, { subject: 'Hello', text: 'Hello' })).toMatch(safeSchemes);
          expect(Object.values(channel).join(' ')).not.toMatch(UNSEEN);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is refused as a document, or read', () => {
    const document = fc
      .tuple(
        fc.constantFrom(...Object.keys(documentWith()), 'program', 'resources', 'events', 'parts'),
        hostile,
      )
      .map(([key, value]) => documentWith({ [key]: value }));
    fc.assert(
      fc.property(fc.oneof(document, hostile), (value) => {
        expect(typeof headOf(value).head.ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});
