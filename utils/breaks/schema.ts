import { z } from 'zod';
import '../core/jitless.ts';

export const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** ms since the epoch. */
const instant = z.int().min(-8.64e15).max(8.64e15);
/** A length in ms. */
const span = z.number().min(0).max(8.64e15);
/** `09:00`, of the person's clock. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What a person sets about breaks. Nobody else can: no policy has a key for it. */
export const breakSettingsSchema = z.object({
  /** Whether to suggest breaks at all. */
  on: z.boolean().default(true),
  /** Minutes at the computer before a break. */
  every: z.int().min(1).max(240).default(50),
  /** Minutes that a break takes; away for as long is one too. */
  length: z.int().min(1).max(60).default(5),
  /** 20 seconds every 20 minutes. */
  eyes: z.boolean().default(false),
  /** Minutes at the computer in a day, after which it says so once; undefined: no limit. */
  dailyLimit: z.int().min(30).max(1440).optional(),
  /** How often a break can be put off; undefined: as often as one likes. */
  snoozes: z.int().min(0).max(20).optional(),
  /** Suggests nothing outside these hours; undefined: at any hour. An end before its start is past midnight. */
  hours: z
    .array(z.object({ days: z.array(z.enum(WEEKDAYS)).max(7), start: clockTime, end: clockTime }))
    .max(20)
    .optional(),
  /** When to ask how one is. */
  checkIns: z.array(clockTime).max(10).default([]),
  sound: z.boolean().default(false),
  ownIdeas: z.array(z.string().min(1).max(200)).max(50).default([]),
});
export type BreakSettings = z.infer<typeof breakSettingsSchema>;

/** What a notice is about, the most pressing first: where two are due, the other waits. */
export const NOTICES = ['break', 'limit', 'checkIn', 'eyes'] as const;
export type NoticeKind = (typeof NOTICES)[number];

/** What was counted on a calendar day. */
export const countedDaySchema = z.object({
  /** As `2026-11-20`. */
  day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  taken: z.int().min(0),
  natural: z.int().min(0),
  snoozed: z.int().min(0),
  skipped: z.int().min(0),
});
export type CountedDay = z.infer<typeof countedDaySchema>;

/** More than are ever kept. */
const MOST_DAYS = 400;

/**
 * All that is known between two wakes. Instants are absolute and lengths are sums, so that it doesn't matter how
 * often the worker ended in between.
 */
export const breakStateSchema = z.object({
  version: z.literal(1),
  /** When it was last looked, and what was seen. */
  seen: instant,
  idle: z.enum(['active', 'idle', 'locked']),
  /** By when there should have been another look: a later one means that the computer slept. */
  expected: instant,
  /** At the computer since the last break, in ms. */
  active: span,
  /** The same since the eyes last had one. */
  eyes: span,
  /** At the computer on a calendar day, and whether its limit was told. */
  today: z.object({ day: z.string(), active: span, limitTold: z.boolean() }),
  /** Away since then; `rested` once that was a break. */
  away: z.object({ since: instant, rested: z.boolean() }).optional(),
  /** At how much active time the next break is due. */
  target: span,
  /** How often the break that is due was put off. */
  snoozed: z.int().min(0),
  /** How often the notice of this break was shown, and at how much active time last. */
  told: z.object({ times: z.int().min(0).max(2), at: span }),
  /** The one notice that is shown. */
  notice: z.object({ kind: z.enum(NOTICES), since: instant }).optional(),
  /** That notice is being handed to the browser: who finds this at a start finishes it. */
  handing: z.boolean().optional(),
  taking: z.object({ kind: z.enum(['break', 'eyes']), began: instant, ends: instant }).optional(),
  meeting: instant.optional(),
  paused: instant.optional(),
  /** Since when a tab of the focused window could be heard, and the focused window filled the screen. */
  audible: instant.optional(),
  fullscreen: instant.optional(),
  /** Since when the computer was never idle, or never active: nobody sits so still, so that it can't be told. */
  unchanged: instant,
  /** When somebody acted of whom the system had seen nothing: until it sees somebody, it can't be told there. */
  blind: instant.optional(),
  /** The check-in that was last asked for: `2026-11-20 15:00`. */
  checkIn: z.string(),
  record: z.array(countedDaySchema).max(MOST_DAYS),
});
export type BreakState = z.infer<typeof breakStateSchema>;

/** The counts in a state that can't be read as a whole: each day that can be, whatever became of the rest. */
export function countsIn(stored: unknown): CountedDay[] {
  const found = z.object({ record: z.array(z.unknown()) }).safeParse(stored);
  if (!found.success) return [];
  const days = found.data.record.map((day) => countedDaySchema.safeParse(day));
  return days.flatMap((day) => (day.success ? [day.data] : [])).slice(-MOST_DAYS);
}
