/** How a locale names days of the week and months. */
export interface CalendarNames {
  /** `March`. @param month 1 to 12 */
  month(month: number): string;
  /** `March 2026`. */
  monthOfYear(year: number, month: number): string;
  /** `Monday`. @param weekday 1 is Monday, 7 Sunday */
  weekday(weekday: number): string;
  /** `M`. */
  weekdayLetter(weekday: number): string;
}

/** Midnight of the first of a month in UTC, in ms since the epoch. */
const firstOf = (year: number, month: number): number => Date.UTC(year, month - 1, 1);
/** A day of that weekday: 5 January 1970 was a Monday. */
const someWeekday = (weekday: number): number => Date.UTC(1970, 0, 4 + weekday);

/** The names that `locale` (BCP 47) has for the Gregorian calendar. */
export function createCalendarNames(locale: string): CalendarNames {
  const named = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options });
  const month = named({ month: 'long' });
  const monthOfYear = named({ month: 'long', year: 'numeric' });
  const weekday = named({ weekday: 'long' });
  const letter = named({ weekday: 'narrow' });
  return {
    month: (of) => month.format(firstOf(2026, of)),
    monthOfYear: (year, of) => monthOfYear.format(firstOf(year, of)),
    weekday: (of) => weekday.format(someWeekday(of)),
    weekdayLetter: (of) => letter.format(someWeekday(of)),
  };
}
