import type { AllyRow } from './row.ts';
import type { Ally } from './schema.ts';
import { readBlock, readCopies } from './store.ts';
import { createGathering, type WholeDirectory } from './whole.ts';

/** Reads everything the store holds of these addresses, a block at a time, so that the page stays responsive. */
export async function readWhole(
  urls: readonly string[],
  languageName: (tag: string) => string,
): Promise<WholeDirectory> {
  const gathering = createGathering(languageName);
  await readCopies(urls, gathering.addHeads, gathering.addBlock);
  return gathering.finish();
}

/** An ally's full record; undefined if a refresh has replaced its block meanwhile. */
export async function readAlly({ url, block, index, id }: AllyRow): Promise<Ally | undefined> {
  const text = await readBlock(url, block);
  if (text === undefined) return undefined;
  const allies: Ally[] = JSON.parse(text);
  return allies[index]?.id === id ? allies[index] : undefined;
}
