const MOMENT: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
};

/** By locale and zone: making a format takes as long as hundreds of uses. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...MOMENT, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, MOMENT);
  }
}

/**
 * `20 November 2026, 14:03`, as the clocks of a place show it; those of this computer where the zone isn't known.
 *
 * @param at ms since the epoch
 * @param zone IANA
 */
export function momentIn(locale: string, at: number, zone: string): string {
  const key = `${locale} ${zone}`;
  const format = made.get(key) ?? formatOf(locale, zone);
  made.set(key, format);
  return format.format(at);
}
