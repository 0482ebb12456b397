import type { Ally } from './schema.ts';
import type { AllyBlock } from './source.ts';

const ALLIES_PER_BLOCK = 500;

/**
 * A document's own allies as blocks to store. Their keys are made from the document's SHA-256, so that a new
 * document's blocks never stand in for an old one's. What was set aside counts with the document.
 */
export function blocksOf(allies: readonly Ally[], documentHash: string): AllyBlock[] {
  const blocks: AllyBlock[] = [];
  for (let start = 0; start < allies.length; start += ALLIES_PER_BLOCK) {
    const block = allies.slice(start, start + ALLIES_PER_BLOCK);
    blocks.push({
      key: `doc-${documentHash.slice(0, 12)}-${blocks.length}`,
      text: JSON.stringify(block),
      count: block.length,
      rejections: [],
      rejectionCount: 0,
    });
  }
  return blocks;
}
