import type { MoodDay } from './days.ts';

/** A day of the week: Monday is 1, Sunday 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface CalendarDay {
  /** As `2026-11-20`. */
  day: string;
  mood: MoodDay | undefined;
}

/** A month as it is drawn: weeks of seven, undefined where a week has days of another month. */
export interface CalendarMonth {
  year: number;
  /** 1 to 12. */
  month: number;
  weeks: (CalendarDay | undefined)[][];
}

// CLDR's `weekData`. Intl.Locale's getWeekInfo has the same, but not in every browser. Elsewhere it is Monday.
const SUNDAY_FIRST =
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW';
const SATURDAY_FIRST = 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';
const FIRST_DAYS = new Map<string, Weekday>([
  ...SUNDAY_FIRST.split(' ').map((region): [string, Weekday] => [region, 7]),
  ...SATURDAY_FIRST.split(' ').map((region): [string, Weekday] => [region, 6]),
  ['MV', 5],
]);

/** The day with which weeks begin where `locale` (BCP 47) is spoken; Monday where that isn't known. */
export function weekStartOf(locale: string): Weekday {
  try {
    return FIRST_DAYS.get(new Intl.Locale(locale).maximize().region ?? '') ?? 1;
  } catch {
    return 1;
  }
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The days of the week in the order of a calendar whose weeks begin with `start`. */
export function weekdaysFrom(start: Weekday): Weekday[] {
  return [...WEEKDAYS.slice(start - 1), ...WEEKDAYS.slice(0, start - 1)];
}

/** @param day as `2026-11-20` */
export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? 1;
}

type Moods = ReadonlyMap<string, MoodDay>;

function monthOf(moods: Moods, year: number, month: number, start: Weekday): CalendarMonth {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const before = (first.dayOfWeek - start + 7) % 7;
  const count = Math.ceil((before + first.daysInMonth) / 7);
  const cell = (index: number): CalendarDay | undefined => {
    if (index < 0 || index >= first.daysInMonth) return undefined;
    const day = first.add({ days: index }).toString();
    return { day, mood: moods.get(day) };
  };
  const weeks = Array.from({ length: count }, (_week, week) =>
    Array.from({ length: 7 }, (_day, weekday) => cell(week * 7 + weekday - before)),
  );
  return { year, month, weeks };
}

const byDay = (days: readonly MoodDay[]): Moods => new Map(days.map((mood) => [mood.day, mood]));

/**
 * A month of moods in weeks that begin with `start`.
 *
 * @param month 1 to 12
 */
export function monthCalendar(
  days: readonly MoodDay[],
  year: number,
  month: number,
  start: Weekday,
): CalendarMonth {
  return monthOf(byDay(days), year, month, start);
}

/** The twelve months of a year of moods. */
export function yearCalendar(days: readonly MoodDay[], year: number, start: Weekday): CalendarMonth[] {
  const moods = byDay(days);
  return Array.from({ length: 12 }, (_, index) => monthOf(moods, year, index + 1, start));
}
