import { readAllies, readHead } from '../../../utils/directory/read.ts';
import { Rejections } from '../../../utils/directory/rejections.ts';

/** A directory as its publisher would write it, with whatever a test is about put in its place. */
export const documentWith = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  format: 'earshot-directory/1',
  serial: 1,
  issued: '2026-11-20T09:00:00Z',
  organization: { name: 'Northwind' },
  sites: [{ id: 'lon', name: 'London', country: 'GB', timeZone: 'Europe/London' }],
  allies: [allyWith()],
  ...changes,
});

export const allyWith = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 'maya-k',
  name: 'Maya Kowalska',
  pronouns: 'she/her',
  title: 'Engineer',
  team: 'Payments',
  site: 'lon',
  languages: ['en', 'pl'],
  topics: ['burnout'],
  about: 'I was new here too.\nAsk me anything.',
  hours: [{ days: ['mo', 'tu'], start: '09:00', end: '17:00' }],
  timeZone: 'Europe/Warsaw',
  away: [{ from: '2026-12-20', to: '2027-01-02' }],
  training: [{ name: 'Mental Health First Aid', completed: '2025-03-01', expires: '2028-03-01' }],
  consented: '2026-01-10',
  channels: [
    { type: 'email', address: 'maya@example.com' },
    { type: 'phone', number: '116 123', region: 'GB' },
  ],
  ...changes,
});

export const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

/** Reads a list of allies in a directory whose only site is London. */
export function alliesOf(list: unknown) {
  const rejections = new Rejections();
  return { allies: readAllies(list, 'allies', new Set(['lon']), rejections), rejections };
}

export function headOf(document: unknown) {
  const rejections = new Rejections();
  return { head: readHead(document, rejections), rejections };
}
