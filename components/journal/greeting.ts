export type Greeting = 'morning' | 'afternoon' | 'evening' | 'night';

/** The greeting that fits an hour of the day, 0–23. */
export function greetingAt(hour: number): Greeting {
  if (hour < 5 || hour >= 23) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
