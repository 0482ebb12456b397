import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysKept } from '../../../../utils/breaks/record.ts';
import { broughtBy, withBrought, withoutBrought } from '../../../../utils/journal/exchange/brought-prefs.ts';
import { type JournalPrefs, journalPrefsSchema, MOST_PROMPTS } from '../../../../utils/journal/schema.ts';

const TODAY = '2026-11-24';
const KEPT = daysKept(TODAY);

const count = fc.nat({ max: 50 });
const dayOf = (day: fc.Arbitrary<string>) =>
  fc.record({ day, taken: count, natural: count, snoozed: count, skipped: count });
const prompts = fc.uniqueArray(fc.stringMatching(/^[a-d]{1,3}$/), { maxLength: MOST_PROMPTS });

const ours: fc.Arbitrary<JournalPrefs> = fc
  .record({
    ownPrompts: prompts,
    breaks: fc.uniqueArray(dayOf(fc.constantFrom(...KEPT)), { selector: ({ day }) => day }),
    spellcheck: fc.boolean(),
  })
  .map((given) => {
    const breaks = given.breaks.toSorted((a, b) => (a.day < b.day ? -1 : 1));
    return journalPrefsSchema.parse({ ...given, breaks });
  });
/** Whatever passes for what somebody set: days twice, days that don’t exist, days to come. */
const theirs: fc.Arbitrary<JournalPrefs> = fc
  .record({
    ownPrompts: fc.array(fc.stringMatching(/^[a-d]{1,3}$/), { maxLength: MOST_PROMPTS }),
    breaks: fc.array(
      dayOf(fc.oneof(fc.constantFrom(...KEPT), fc.constantFrom('2026-11-31', '9999-12-31', '2020-01-01'))),
      { maxLength: 400 },
    ),
    spellcheck: fc.boolean(),
  })
  .map((given) => journalPrefsSchema.parse(given));

describe('what a file brings of what somebody set', () => {
  it('takes the place of nothing', () => {
    fc.assert(
      fc.property(ours, theirs, (before, file) => {
        const after = withBrought(before, broughtBy(file, before, TODAY));
        expect(after.spellcheck).toBe(before.spellcheck);
        expect(after.ownPrompts.slice(0, before.ownPrompts.length)).toEqual(before.ownPrompts);
        for (const day of before.breaks) expect(after.breaks).toContainEqual(day);
      }),
    );
  });

  it('can always be kept, each prompt and each day once, and no day that isn’t kept today', () => {
    fc.assert(
      fc.property(ours, theirs, (before, file) => {
        const { ownPrompts, breaks } = journalPrefsSchema.parse(
          withBrought(before, broughtBy(file, before, TODAY)),
        );
        expect(new Set(ownPrompts).size).toBe(ownPrompts.length);
        const days = breaks.map(({ day }) => day);
        expect(days).toEqual([...new Set(days)].toSorted());
        expect(days.filter((day) => !KEPT.includes(day))).toEqual([]);
      }),
    );
  });

  it('is gone once it was taken back', () => {
    fc.assert(
      fc.property(ours, theirs, (before, file) => {
        const brought = broughtBy(file, before, TODAY);
        expect(withoutBrought(withBrought(before, brought), brought)).toEqual(before);
      }),
    );
  });

  it('brings the days of breaks of another device', () => {
    const day = (name: string, taken: number) => ({ day: name, taken, natural: 0, snoozed: 0, skipped: 0 });
    const empty = journalPrefsSchema.parse({});
    const before = { ...empty, breaks: [day('2026-11-23', 1)] };
    const file = { ...empty, breaks: [day('2026-11-22', 2), day('2026-11-23', 7)] };
    expect(withBrought(before, broughtBy(file, before, TODAY)).breaks).toEqual([
      day('2026-11-22', 2),
      day('2026-11-23', 1),
    ]);
  });

  it('leaves a day of which more was counted since', () => {
    const day = (taken: number) => ({ day: TODAY, taken, natural: 0, snoozed: 0, skipped: 0 });
    const empty = journalPrefsSchema.parse({});
    const brought = broughtBy({ ...empty, breaks: [day(1)] }, empty, TODAY);
    expect(withoutBrought({ ...empty, breaks: [day(2)] }, brought).breaks).toEqual([day(2)]);
  });
});
