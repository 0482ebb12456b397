import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pad, stepFor, unpad } from '../../../utils/journal/padding.ts';

describe('padding', () => {
  it('gives back what was padded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (content) => {
        expect(unpad(pad(content))).toEqual(content);
      }),
    );
  });

  it('has steps that never shrink, hold the content and waste at most an eighth above 2 kB', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(5000), (length, more) => {
        const step = stepFor(length);
        expect(step).toBeGreaterThanOrEqual(length);
        expect(stepFor(length + more)).toBeGreaterThanOrEqual(step);
        expect(stepFor(step)).toBe(step);
        if (length > 2048) expect(step - length).toBeLessThanOrEqual(length / 8);
      }),
    );
  });

  it('leaves few lengths to be told apart', () => {
    const lengths = new Set(Array.from({ length: 16_384 }, (_, length) => stepFor(length)));
    expect(lengths.size).toBeLessThan(40);
  });

  it('refuses a length that is longer than what there is', () => {
    const padded = pad(new Uint8Array([1, 2, 3]));
    padded[0] = 1;
    expect(unpad(padded)).toBeUndefined();
    expect(unpad(new Uint8Array(3))).toBeUndefined();
  });
});
