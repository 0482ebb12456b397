import type { KdfRequest } from './kdf-worker.ts';
import type { Kdf } from './vault-ports.ts';

/**
 * Argon2id (RFC 9106) in a worker of its own, so that the page answers meanwhile. The worker ends with its
 * work, and its 64 MiB with it. Rejects where the worker can't run.
 */
export const argon2idInWorker: Kdf = (passphrase, salt, cost) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./kdf-worker.ts', import.meta.url), { type: 'module' });
    const end = (): void => worker.terminate();
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      end();
      if (data instanceof Uint8Array) resolve(new Uint8Array(data));
      else reject(new TypeError('The worker gave no key'));
    };
    worker.onerror = (event) => {
      end();
      reject(new Error(event.message));
    };
    const request: KdfRequest = { passphrase, salt, cost };
    worker.postMessage(request);
  });
