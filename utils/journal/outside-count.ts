import { storage } from 'wxt/utils/storage';
import { z } from 'zod';
import '../core/jitless.ts';
import type { OutsideCount } from './vault-ports.ts';

const countSchema = z.object({ vault: z.string().regex(/^[0-9a-f]{32}$/), count: z.int().min(0) });
const item = storage.defineItem<unknown>('local:journalCount', { version: 1 });

/** How much the journal holds, kept where a browser that loses its database doesn't lose it too. */
export const outsideCount: OutsideCount = {
  async read() {
    const known = countSchema.safeParse(await item.getValue());
    return known.success ? known.data : undefined;
  },
  write: (known) => item.setValue(known),
  clear: () => item.removeValue({ removeMeta: true }),
};
