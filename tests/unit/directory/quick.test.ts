import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { channelSchema } from '../../../utils/directory/channel-schema.ts';
import { quickReader } from '../../../utils/directory/quick.ts';
import { allySchema, resourceSchema } from '../../../utils/directory/schema.ts';
import { allyWith } from './read-samples.ts';

const quickAlly = quickReader(allySchema);

/** Both ways of reading agree on whether a value can be read, and on what it then is. */
function expectAgreement(schema: z.ZodType, raw: unknown): void {
  const parsed = schema.safeParse(raw);
  expect(quickReader(schema)(raw)).toEqual(parsed.success ? parsed.data : undefined);
}

describe('reading quickly', () => {
  it('keeps the very parts that need no change', () => {
    const raw = allyWith({ channels: [{ type: 'email', address: 'maya@example.com' }], accepting: true });
    expect(quickAlly(raw)).toBe(raw);
    const untidy = { ...raw, name: ' Maya ' };
    const read = quickAlly(untidy);
    expect(read).toEqual({ ...raw, name: 'Maya' });
    expect(read?.hours).toBe(raw.hours);
    expect(untidy.name).toBe(' Maya ');
  });

  it('leaves unknown keys out, at every depth', () => {
    const read = quickAlly(allyWith({ extra: 1, training: [{ name: 'First aid', extra: 2 }] }));
    expect(read).not.toHaveProperty('extra');
    expect(read?.training).toEqual([{ name: 'First aid' }]);
  });

  it('gives each record its own empty lists', () => {
    const one = quickAlly({ id: 'a', name: 'A' });
    const two = quickAlly({ id: 'b', name: 'B' });
    expect(one?.topics).toEqual([]);
    expect(one?.topics).not.toBe(two?.topics);
  });

  it('does not take a refused value for a known one later', () => {
    const read = quickReader(z.object({ day: z.iso.date() }));
    expect(read({ day: '2026-13-01' })).toBeUndefined();
    expect(read({ day: '2026-12-01' })).toEqual({ day: '2026-12-01' });
    expect(read({ day: '2026-13-01' })).toBeUndefined();
    expect(read({ day: 7 })).toBeUndefined();
  });

  it('reads as zod does, whatever it is given', () => {
    const keys = Object.keys(allyWith());
    const mutated = fc
      .tuple(fc.constantFrom(...keys), fc.jsonValue())
      .map(([key, value]) => allyWith({ [key]: value }));
    const partial = fc.subarray(keys).map((kept) => {
      const whole = allyWith();
      return Object.fromEntries(kept.map((key) => [key, whole[key]]));
    });
    const channel = fc.record(
      {
        type: fc.constantFrom('email', 'phone', 'sms', 'slack', 'link', 'x', 3),
        address: fc.constantFrom('maya@example.com', 'x'),
        number: fc.constantFrom('+44 20 7946 0000', '988', 'x'),
        region: fc.constantFrom('GB', 'gb'),
        url: fc.constantFrom('https://example.com', 'https://exämple.com/ä', 'ftp://x'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(mutated, partial, fc.jsonValue()), (raw) => expectAgreement(allySchema, raw)),
    );
    fc.assert(fc.property(fc.oneof(channel, fc.jsonValue()), (raw) => expectAgreement(channelSchema, raw)));
    fc.assert(fc.property(fc.jsonValue(), (raw) => expectAgreement(resourceSchema, raw)));
  });
});
