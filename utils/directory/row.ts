import type { Ally } from './schema.ts';

/** An ally as the list needs them: without the picture and the longer text, which stay in their block. */
export type AllyRow = Omit<Ally, 'photo' | 'about'> & {
  /** Unique over all addresses. */
  key: string;
  /** The address that the ally came from. */
  url: string;
  /** Where the full record lies: a block, and the place in it. */
  block: string;
  index: number;
  /** Whether the full record has a picture. */
  hasPhoto: boolean;
};

/** The row of an ally that lies at `place`. */
export function toRow(ally: Ally, place: Pick<AllyRow, 'key' | 'url' | 'block' | 'index'>): AllyRow {
  const { photo, about: _about, ...row } = ally;
  return Object.assign(row, place, { hasPhoto: photo !== undefined });
}
