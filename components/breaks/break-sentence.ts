import { type BreakSettings, WEEKDAYS, type Weekday } from '../../utils/breaks/schema.ts';
import type { Formats } from '../../utils/i18n/formats.ts';
import type { Catalog, Translate } from '../../utils/i18n/translate.ts';

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** `Monday`, in a locale. */
export const weekdayName = (day: Weekday, locale: string, length: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(
    MONDAY + WEEKDAYS.indexOf(day) * DAY,
  );

/** `9:00`, of a time as it is stored. */
const timeName = (time: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    Date.parse(`2024-01-01T${time}Z`),
  );

/** Days as runs: `Monday to Friday`, `Monday, Wednesday and Friday`. */
function daysName(days: readonly Weekday[], t: Translate<Catalog>, formats: Formats): string {
  const chosen = WEEKDAYS.filter((day) => days.includes(day));
  if (chosen.length === WEEKDAYS.length) return t('everyDay');
  const [first, last] = [chosen[0], chosen.at(-1)];
  const isRun =
    chosen.length > 2 &&
    first !== undefined &&
    last !== undefined &&
    WEEKDAYS.indexOf(last) - WEEKDAYS.indexOf(first) === chosen.length - 1;
  if (isRun) {
    return t('daysFromTo', {
      first: weekdayName(first, formats.locale),
      last: weekdayName(last, formats.locale),
    });
  }
  return formats.list(chosen.map((day) => weekdayName(day, formats.locale)));
}

/** What will happen, in a sentence. */
export function breakSentence(settings: BreakSettings, t: Translate<Catalog>, formats: Formats): string {
  if (!settings.on) return t('sentenceOff');
  const hours = (settings.hours ?? []).filter(({ days }) => days.length > 0);
  const minutes = t('minutesLong', { count: settings.every });
  const length = t('minutesLong', { count: settings.length });
  if (hours.length === 0) return t('sentence', { minutes, length });
  const ranges = hours.map(({ days, start, end }) =>
    t('sentenceRange', {
      start: timeName(start, formats.locale),
      end: timeName(end, formats.locale),
      days: daysName(days, t, formats),
    }),
  );
  return t('sentenceHours', { minutes, length, ranges: formats.list(ranges) });
}
