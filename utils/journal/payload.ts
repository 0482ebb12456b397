import { z } from 'zod';
import '../core/jitless.ts';
import { failure, type Result, success } from '../core/result.ts';
import type { Bytes } from './ids.ts';
import { journalIndexSchema } from './journal-index.ts';
import { pad, unpad } from './padding.ts';
import { draftSchema, entrySchema, journalPrefsSchema } from './schema.ts';
import { isStoredEntry } from './stored-entry.ts';

/** What a record is, once it is open. On disk all kinds look alike. */
const payloadSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entry'), value: entrySchema }),
  z.object({ kind: z.literal('draft'), value: draftSchema }),
  z.object({ kind: z.literal('prefs'), value: journalPrefsSchema }),
  z.object({ kind: z.literal('index'), value: journalIndexSchema }),
]);
export type Payload = z.infer<typeof payloadSchema>;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true });

/** The bytes that are sealed: JSON, padded. Whoever makes a payload has checked that it can be read again. */
export const encodePayload = (payload: Payload): Bytes => pad(ENCODER.encode(JSON.stringify(payload)));

/** What JSON holds. Most records are entries, and most of those need not go through the schema. */
function readPayload(json: unknown): Payload | undefined {
  if (typeof json === 'object' && json !== null && 'kind' in json && 'value' in json) {
    const { kind, value } = json;
    if (kind === 'entry' && isStoredEntry(value)) return { kind, value };
  }
  return payloadSchema.safeParse(json).data;
}

/** What was sealed. It is checked again, since only then can everything else rely on its shape. */
export function decodePayload(plain: Uint8Array): Result<Payload, 'unreadable'> {
  const content = unpad(plain);
  if (content === undefined) return failure('unreadable');
  try {
    const payload = readPayload(JSON.parse(DECODER.decode(content)));
    return payload === undefined ? failure('unreadable') : success(payload);
  } catch {
    return failure('unreadable');
  }
}
