import { z } from 'zod';
import '../core/jitless.ts';

/** ms since the epoch. */
const until = z.int().min(0).max(8.64e15);

/** What a person does about breaks. */
export const breakEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('meeting'), until }),
  z.object({ kind: z.literal('pause'), until }),
  /** No meeting and no pause any more. */
  z.object({ kind: z.literal('resume') }),
  z.object({ kind: z.literal('take'), what: z.enum(['break', 'eyes']) }),
  z.object({ kind: z.literal('back') }),
  z.object({ kind: z.literal('snooze') }),
  z.object({ kind: z.literal('skip') }),
  /** The notice was put away. */
  z.object({ kind: z.literal('closed') }),
]);
export type BreakAct = z.infer<typeof breakEventSchema>;
