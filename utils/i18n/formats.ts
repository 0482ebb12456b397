/** Dates, times, names and numbers as a locale writes them. Instants are in ms since the epoch. */
export interface Formats {
  locale: string;
  /** `17:00`, in the person's zone. */
  time(at: number): string;
  /** `Tuesday`, or with `from` more than six days away `Tue, 8 Dec`. */
  weekday(at: number, from: number): string;
  /** `20 November 2026`, of a calendar day as `2026-11-20`. */
  day(iso: string): string;
  /** `20 November 2026, 14:03`. */
  moment(at: number): string;
  /** `3 hours ago`, `yesterday`. */
  ago(at: number, now: number): string;
  /** `Polish`; the tag itself where it has no name. */
  language(tag: string): string;
  /** `United Kingdom`; the code itself where it has no name. */
  country(code: string): string;
  /** `12 km`. */
  kilometres(distance: number): string;
  number(value: number): string;
  list(items: readonly string[]): string;
}

const AGES: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const WITHIN_A_WEEK = 6 * 86_400_000;

/** Makes each formatter when it is first asked for, since making one takes as long as hundreds of uses. */
function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function named(names: () => Intl.DisplayNames, code: string): string {
  try {
    return names().of(code) ?? code;
  } catch {
    return code;
  }
}

/** The formats of `locale`, for a person whose clock shows `timeZone`. */
export function createFormats(locale: string, timeZone: string): Formats {
  const date = (options: Intl.DateTimeFormatOptions) =>
    lazily(() => new Intl.DateTimeFormat(locale, { timeZone, ...options }));
  const time = date({ hour: 'numeric', minute: '2-digit' });
  const weekday = date({ weekday: 'long' });
  const weekdayAndDay = date({ weekday: 'short', day: 'numeric', month: 'short' });
  const day = date({ timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  const moment = date({ day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' });
  const relative = lazily(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const languages = lazily(() => new Intl.DisplayNames(locale, { type: 'language' }));
  const countries = lazily(() => new Intl.DisplayNames(locale, { type: 'region' }));
  const kilometres = lazily(
    () => new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 0 }),
  );
  const number = lazily(() => new Intl.NumberFormat(locale));
  const list = lazily(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  return {
    locale,
    time: (at) => time().format(at),
    weekday: (at, from) => (at - from > WITHIN_A_WEEK ? weekdayAndDay() : weekday()).format(at),
    day: (iso) => day().format(Date.parse(iso)),
    moment: (at) => moment().format(at),
    ago(at, now) {
      const elapsed = Math.max(0, now - at);
      const [unit, length] = AGES.find(([, size]) => elapsed >= size) ?? ['minute', 60_000];
      return relative().format(-Math.floor(elapsed / length), unit);
    },
    language: (tag) => named(languages, tag),
    country: (code) => named(countries, code),
    kilometres: (distance) => kilometres().format(distance),
    number: (value) => number().format(value),
    list: (items) => list().format(items),
  };
}
