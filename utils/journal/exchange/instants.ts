function attempt<Value>(job: () => Value): Value | undefined {
  try {
    return job();
  } catch {
    // Temporal says so that text isn't a date, or that nobody knows the zone.
    return undefined;
  }
}

/** `instant` (ms since the epoch) as `2026-11-20T09:00:00Z`, exact. */
export const instantText = (instant: number): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toString();

/** The wall clock of a zone as `2026-11-20T09:00:00`; UTC's where the zone isn't known. */
export function localText(instant: number, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(instant);
  const local = (where: string): string => at.toZonedDateTimeISO(where).toPlainDateTime().toString();
  return attempt(() => local(zone)) ?? attempt(() => local('UTC')) ?? instantText(instant);
}

/** A zone that is known, or else the other. */
export const knownZone = (zone: unknown, other: string): string =>
  typeof zone === 'string' &&
  attempt(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone))
    ? zone
    : other;

const DATE_ONLY = /^[+-]?\d{4,6}-\d{2}-\d{2}$/;

/**
 * What a text means, in ms since the epoch: an instant with `Z` or an offset, or else a wall clock in `zone`.
 * A date alone is its noon, so that it stays its day.
 */
export function instantOf(value: unknown, zone: string): number | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const instant = attempt(() => Temporal.Instant.from(text));
  if (instant !== undefined) return instant.epochMilliseconds;
  const local = attempt(() => Temporal.PlainDateTime.from(text));
  const clock = DATE_ONLY.test(text) ? local?.with({ hour: 12 }) : local;
  return attempt(() => clock?.toZonedDateTime(zone).epochMilliseconds);
}
