import { describe, expect, it } from 'vitest';
import { breakSentence } from '../../../components/breaks/break-sentence.ts';
import { type BreakSettings, breakSettingsSchema, WEEKDAYS } from '../../../utils/breaks/schema.ts';
import { breakSettingsWords } from '../../../utils/i18n/en/break-settings.ts';
import { createFormats } from '../../../utils/i18n/formats.ts';
import { translator } from '../../../utils/i18n/translate.ts';

const say = (given: Partial<BreakSettings>, locale = 'en-GB'): string =>
  breakSentence(
    breakSettingsSchema.parse(given),
    translator(breakSettingsWords, locale),
    createFormats(locale, 'UTC'),
  );
const office = { days: [...WEEKDAYS].slice(0, 5), start: '09:00', end: '17:30' };

describe('the sentence of what will happen', () => {
  it('says after how long, and for how long', () => {
    expect(say({})).toBe('After 50 minutes at the computer, a break of 5 minutes.');
    expect(say({ every: 1, length: 1 })).toBe('After 1 minute at the computer, a break of 1 minute.');
  });

  it('says between which hours, on a run of days', () => {
    expect(say({ hours: [office] })).toBe(
      'After 50 minutes at the computer between 9:00 and 17:30, Monday to Friday, a break of 5 minutes.',
    );
  });

  it('tells the clock as the locale does', () => {
    expect(say({ hours: [office] }, 'en-US')).toMatch(/between 9:00\sAM and 5:30\sPM/);
  });

  it('names days that are no run, in the order of the week', () => {
    expect(say({ hours: [{ ...office, days: ['fr', 'mo', 'we'] }] })).toContain(
      '17:30, Monday, Wednesday and Friday,',
    );
    expect(say({ hours: [{ ...office, days: ['sa', 'su'] }] })).toContain('17:30, Saturday and Sunday,');
    expect(say({ hours: [{ ...office, days: [...WEEKDAYS] }] })).toContain('17:30, every day,');
  });

  it('names each of several ranges', () => {
    const hours = [
      { ...office, end: '12:00' },
      { ...office, start: '13:00' },
    ];
    expect(say({ hours })).toContain(
      'between 9:00 and 12:00, Monday to Friday and between 13:00 and 17:30, Monday to Friday',
    );
  });

  it('doesn’t promise hours that are on no day: then it suggests breaks at any', () => {
    expect(say({ hours: [{ ...office, days: [] }] })).toBe(say({}));
  });

  it('says that nothing will be suggested where that is so', () => {
    expect(say({ on: false, hours: [office] })).toBe('No break will be suggested.');
  });
});
