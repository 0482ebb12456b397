import { storage } from 'wxt/utils/storage';
import { z } from 'zod';
import '../core/jitless.ts';
import type { Deadline } from './vault-ports.ts';

const DEFAULT_MINUTES = 15;
const minutesSchema = z.object({ minutes: z.int().min(1).max(480).nullable() });
const minutesItem = storage.defineItem<unknown>('local:journalLockAfter', { version: 1 });
/** In memory alone: a browser that was closed has no journal open. */
const deadlineItem = storage.defineItem<unknown>('session:journalDeadline');

/** When the journal locks itself. It isn't in the vault, since it must be known while that is locked. */
export const deadline: Deadline = {
  async readMinutes() {
    const stored = minutesSchema.safeParse(await minutesItem.getValue());
    return stored.success ? (stored.data.minutes ?? undefined) : DEFAULT_MINUTES;
  },
  writeMinutes: (minutes) => minutesItem.setValue(minutesSchema.parse({ minutes: minutes ?? null })),
  async read() {
    const at = await deadlineItem.getValue();
    return typeof at === 'number' ? at : undefined;
  },
  write: (at) => deadlineItem.setValue(at),
  clear: () => deadlineItem.removeValue(),
};

/** Runs `job` after so many ms. Returns what calls it off. */
export function after(milliseconds: number, job: () => void): () => void {
  const timer = setTimeout(job, milliseconds);
  return () => clearTimeout(timer);
}
