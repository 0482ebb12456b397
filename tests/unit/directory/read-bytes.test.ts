import { describe, expect, it } from 'vitest';
import { readJson } from '../../../utils/directory/read-bytes.ts';
import { bytesOf, headOf } from './read-samples.ts';

describe('reading bytes', () => {
  it('reads UTF-8, with or without a byte order mark', () => {
    expect(readJson(bytesOf('\ufeff{"name":"Łucja"}'))).toEqual({ ok: true, value: { name: 'Łucja' } });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['half a document', bytesOf('{"format":"earshot-dir')],
    ['a wrong encoding', new Uint8Array([0x22, 0xe9, 0x22])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
  ])('refuses %s', (_, bytes) => {
    expect(readJson(bytes)).toEqual({ ok: false, error: 'notJson' });
  });

  it('survives nesting of any depth', () => {
    const deep = bytesOf(`{"allies":[{"id":"a","name":${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}}]}`);
    const read = readJson(deep);
    if (read.ok) expect(headOf(read.value).head.ok).toBe(false);
    else expect(read.error).toBe('notJson');
  });
});
