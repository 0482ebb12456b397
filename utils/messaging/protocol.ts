import { z } from 'zod';
import { breakEventSchema } from '../breaks/events.ts';
import { countedDaySchema } from '../breaks/schema.ts';
import '../core/jitless.ts';

/**
 * Every message that one of Earshot's pages sends to the background, by name. Both ends parse both ways.
 * None carries anything of the journal, nor what a person searches or whom they reach.
 */
export const protocol = {
  /** Fetch the directory now, or as soon as five seconds have passed since the last time. */
  refreshDirectory: { request: z.object({}), response: z.object({ finishedAt: z.number() }) },
  /** Build the popup's view anew, since it is old. */
  rebuildView: { request: z.object({}), response: z.object({ builtAt: z.number() }) },
  /** What a person does about breaks. */
  actOnBreak: { request: breakEventSchema, response: z.object({}) },
  /** Shows a notice now, to see that it comes. */
  testNotice: { request: z.object({}), response: z.object({}) },
  /** Takes counts of breaks away that the journal keeps from now on. */
  forgetBreakCounts: { request: z.object({ counts: z.array(countedDaySchema) }), response: z.object({}) },
} as const;

export type MessageName = keyof typeof protocol;
export type MessageRequest<Name extends MessageName> = z.infer<(typeof protocol)[Name]['request']>;
export type MessageResponse<Name extends MessageName> = z.infer<(typeof protocol)[Name]['response']>;

export const envelopeSchema = z.object({
  earshot: z.enum([
    'refreshDirectory',
    'rebuildView',
    'actOnBreak',
    'testNotice',
    'forgetBreakCounts',
  ] satisfies MessageName[]),
  request: z.unknown(),
});
