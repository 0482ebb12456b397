import { z } from 'zod';
import '../core/jitless.ts';
import { extension } from '../platform/native.ts';
import type { Windows } from './vault-ports.ts';

const CHANNEL = 'earshot-journal';
const WRITING = 'earshot-journal-writing';

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), ids: z.array(z.string()) }),
  z.object({ kind: z.literal('ways') }),
  z.object({ kind: z.literal('lock') }),
  z.object({ kind: z.literal('erased') }),
]);

/**
 * The windows' common ground: a channel between Earshot's own pages, the browser's locks for writing, and the
 * computer's lock where the browser tells of it (Chromium does, with the permission `idle`; Firefox doesn't).
 */
export function createWindows(): Windows {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    tell: (message) => channel.postMessage(message),

    watch(heard) {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        const message = messageSchema.safeParse(data);
        if (message.success) heard(message.data);
      };
      // The types know the interface whether or not the permission is there; Firefox has the name even without.
      const idle: typeof extension.idle | undefined = extension.idle;
      idle?.onStateChanged.addListener((state) => {
        if (state === 'locked') heard({ kind: 'lock' });
      });
    },

    exclusive: (job) => navigator.locks.request(WRITING, job),
  };
}

/** Has every window lock. What is being written there is saved first. */
export function tellPanelsToLock(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ kind: 'lock' });
  channel.close();
}
