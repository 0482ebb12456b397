/** Where a use-case gets the time from. Pure functions take `now`, in milliseconds since the epoch, instead. */
export interface Clock {
  now(): number;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
