import type { Ally } from './schema.ts';

/**
 * Whether an ally may be shown on `today` (ISO day): they consented, not in the future, and at least one
 * training still holds (the day on which it expires is its last) or none is named at all.
 */
export function isListed(
  { consented, training }: Pick<Ally, 'consented' | 'training'>,
  today: string,
): boolean {
  if (consented === undefined || consented > today) return false;
  return training.length === 0 || training.some(({ expires }) => expires === undefined || expires >= today);
}
