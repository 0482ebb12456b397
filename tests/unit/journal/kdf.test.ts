import { argon2Sync } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { KdfRequest } from '../../../utils/journal/kdf-worker.ts';
import { KDF_COST } from '../../../utils/journal/slots.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the worker that derives keys', () => {
  it('computes Argon2id as another implementation does, at the cost that slots have', async () => {
    const posted: unknown[] = [];
    const self: { onmessage?: (event: { data: KdfRequest }) => Promise<void>; postMessage: unknown } = {
      postMessage: (value: unknown) => posted.push(value),
    };
    vi.stubGlobal('self', self);
    await import('../../../utils/journal/kdf-worker.ts');
    const salt = new Uint8Array(16).fill(5);
    await self.onmessage?.({ data: { passphrase: 'pässphrase', salt, cost: KDF_COST } });
    const other = argon2Sync('argon2id', {
      message: 'pässphrase',
      nonce: salt,
      parallelism: KDF_COST.lanes,
      tagLength: 32,
      memory: KDF_COST.memory,
      passes: KDF_COST.passes,
    });
    expect(posted).toEqual([new Uint8Array(other)]);
  }, 60_000);
});
