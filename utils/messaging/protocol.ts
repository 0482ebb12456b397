import { z } from 'zod';
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
} as const;

export type MessageName = keyof typeof protocol;
export type MessageRequest<Name extends MessageName> = z.infer<(typeof protocol)[Name]['request']>;
export type MessageResponse<Name extends MessageName> = z.infer<(typeof protocol)[Name]['response']>;

export const envelopeSchema = z.object({
  earshot: z.enum(['refreshDirectory', 'rebuildView'] satisfies MessageName[]),
  request: z.unknown(),
});
