import { argon2id } from 'hash-wasm';
import type { KdfCost } from './vault-ports.ts';

/** What the worker is asked. */
export interface KdfRequest {
  passphrase: string;
  salt: Uint8Array<ArrayBuffer>;
  cost: KdfCost;
}

self.onmessage = async ({ data }: MessageEvent<KdfRequest>) => {
  const { passphrase, salt, cost } = data;
  self.postMessage(
    await argon2id({
      password: passphrase,
      salt,
      memorySize: cost.memory,
      iterations: cost.passes,
      parallelism: cost.lanes,
      hashLength: 32,
      outputType: 'binary',
    }),
  );
};
