import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promptWords } from '../../../utils/i18n/en/prompts.ts';
import {
  PROMPTS,
  type PromptsAsked,
  promptFor,
  promptsFor,
  timeOfDay,
} from '../../../utils/journal/prompts.ts';
import { MOODS } from '../../../utils/journal/schema.ts';
import { dayAfter } from './an-entry.ts';

const anyAsked: fc.Arbitrary<PromptsAsked> = fc.record({
  day: fc.integer({ min: 0, max: 1000 }).map(dayAfter),
  mood: fc.constantFrom(undefined, ...MOODS),
  hour: fc.integer({ min: 0, max: 23 }),
  own: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 5 }),
});
const asked: PromptsAsked = { day: '2026-11-20', mood: 2, hour: 9, own: [] };
const keysAsked = (given: Partial<PromptsAsked>): string[] =>
  promptsFor({ ...asked, ...given }).map((prompt) => (prompt.kind === 'ours' ? prompt.key : prompt.text));

describe('prompts', () => {
  it('are more than thirty, each worded and placed once', () => {
    const placed = PROMPTS.flatMap(({ keys }) => keys);
    expect(placed.toSorted()).toEqual(Object.keys(promptWords).sort());
    expect(placed.length).toBeGreaterThan(30);
    expect(new Set(Object.values(promptWords)).size).toBe(placed.length);
  });

  it('are short, shout nothing, and don’t sound like a clinic', () => {
    for (const words of Object.values(promptWords)) {
      expect(words).toMatch(/[.?]$/);
      expect(words).not.toMatch(
        /!|symptom|disorder|depress|anxiety|therap|diagnos|amazing|awesome|positive/i,
      );
      expect(words.length).toBeLessThan(90);
    }
  });

  it('fit the mood and the time of day', () => {
    expect(keysAsked({ mood: 1 })).toEqual(
      expect.arrayContaining(['hardNeed', 'hardLeast', 'morningSlept', 'anyHere']),
    );
    expect(keysAsked({ mood: 1 }).join()).not.toMatch(/good|between|evening|night|hardPutDown/);
    expect(keysAsked({ mood: 5, hour: 20 }).join()).not.toMatch(/hard|between|morning|night/);
    expect(keysAsked({ mood: undefined }).join()).not.toMatch(/hard|good/);
    expect([4, 5, 11, 12, 17, 18, 22, 23].map(timeOfDay)).toEqual([
      'night',
      'morning',
      'morning',
      'day',
      'day',
      'evening',
      'evening',
      'night',
    ]);
  });

  it('stay the same for a day, a band of moods and a seed', () => {
    fc.assert(
      fc.property(anyAsked, fc.nat(100), (given, seed) => {
        expect(promptFor({ ...given, own: given.own.toReversed() }, seed)).toEqual(promptFor(given, seed));
      }),
    );
    expect(promptFor({ ...asked, mood: 1 }, 3)).toEqual(promptFor({ ...asked, mood: 2 }, 3));
    // Wherever it runs, too.
    expect(promptFor(asked, 0)).toEqual({ kind: 'ours', key: 'anyWeek' });
  });

  it('all come, each once, before one comes again', () => {
    fc.assert(
      fc.property(anyAsked, fc.nat(100), (given, seed) => {
        const count = promptsFor(given).length;
        const shown = Array.from({ length: count }, (_, more) => promptFor(given, seed + more));
        expect(new Set(shown.map((prompt) => JSON.stringify(prompt))).size).toBe(count);
        expect(promptFor(given, seed + count)).toEqual(shown[0]);
      }),
    );
  });

  it('differ from day to day', () => {
    const shown = new Set(Array.from({ length: 60 }, (_, day) => keysAsked({ day: dayAfter(day) })[0]));
    expect(shown.size).toBeGreaterThan(8);
  });

  it('take turns with the person’s own, so that those aren’t lost among ours', () => {
    const own = ['What did the cat do?', 'What did I cook?'];
    const firstFour = promptsFor({ ...asked, own }).slice(0, 4);
    expect(firstFour.filter(({ kind }) => kind === 'own')).toHaveLength(2);
    const first = Array.from({ length: 60 }, (_, day) => promptFor({ ...asked, own, day: dayAfter(day) }, 0));
    const ours = first.filter(({ kind }) => kind === 'ours').length;
    expect(ours).toBeGreaterThan(15);
    expect(ours).toBeLessThan(45);
  });
});
