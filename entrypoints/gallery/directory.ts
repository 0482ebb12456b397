import { mergeHeads, mergeRows } from '../../utils/directory/merge.ts';
import { type DirectoryHead, readAllies, readHead } from '../../utils/directory/read.ts';
import { Rejections } from '../../utils/directory/rejections.ts';
import { toRow } from '../../utils/directory/row.ts';
import type { Ally } from '../../utils/directory/schema.ts';
import type { SourceState } from '../../utils/directory/source.ts';
import { buildView, type DirectoryView } from '../../utils/directory/view.ts';
import { profileSchema } from '../../utils/settings/schema.ts';

export const ZONE = 'Europe/London';
/** A Monday morning. */
export const MORNING = Date.parse('2026-11-23T10:00:00Z');
export const NIGHT = Date.parse('2026-11-22T03:00:00Z');
export const ADDRESS = 'https://directory.example/allies.json';

/** An address that was fetched a minute before `now`. */
export const sourceAt = (now: number): SourceState => ({
  url: ADDRESS,
  signIn: false,
  failures: 0,
  checkedAt: now - 60_000,
  attemptedAt: now - 60_000,
  nextAt: now + 86_400_000,
  copy: {
    serial: 1,
    issued: '2026-11-20T09:00:00Z',
    environment: 'production',
    organization: 'Northwind',
    allies: 24,
    fetchedAt: now - 60_000,
    bodyHash: '',
    reader: 1,
    rejections: [],
    rejectionCount: 0,
  },
});

export interface Built {
  view: DirectoryView;
  heads: { url: string; head: DirectoryHead }[];
  allies: ReadonlyMap<string, Ally>;
}

/** The popup's view of a document, as the background would build it for somebody in London. */
export function built(document: Readonly<Record<string, unknown>>, now: number): Built {
  const rejections = new Rejections();
  const head = readHead(document, rejections);
  if (!head.ok) throw new Error('The gallery’s directory can’t be read.');
  const heads = [{ url: ADDRESS, head: head.value }];
  const merged = mergeHeads(heads);
  const listed = readAllies(document.allies, 'allies', new Set(merged.sites.keys()), rejections);
  const rows = listed.map((ally, index) =>
    toRow(ally, { key: `0/${ally.id}`, url: ADDRESS, block: 'block', index }),
  );
  const view = buildView({
    now,
    personZone: ZONE,
    seed: 'gallery',
    discreet: false,
    sample: false,
    profile: profileSchema.parse({ site: 'lon', languages: ['en'], country: 'GB' }),
    country: 'GB',
    siteGuessed: false,
    states: [sourceAt(now)],
    merged,
    rows: mergeRows([rows]),
  });
  return { view, heads, allies: new Map(listed.map((ally) => [`0/${ally.id}`, ally])) };
}
