import { failure, type Result, success } from '../core/result.ts';
import type { BlockCounts, Digests, Feed } from './ports.ts';
import { readAllies } from './read.ts';
import { readJson } from './read-bytes.ts';
import { Rejections } from './rejections.ts';
import type { Part } from './schema.ts';
import type { AllyBlock, RefreshProblem, SourceAddress } from './source.ts';

/** The most bytes of a document, and of all its parts together. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** Why nothing new came, and how long the server asks to wait, in ms. */
export interface Refused {
  problem: RefreshProblem;
  retryAfter?: number;
}

/** A directory's parts: their blocks' keys in the document's order, those fetched now, and all counts. */
export interface PartsRead {
  keys: string[];
  added: AllyBlock[];
  allies: number;
}

/** A part's address; undefined if it is on another origin, or carries a password. */
function addressOf({ path }: Part, base: string): string | undefined {
  try {
    const url = new URL(path, base);
    const sameOrigin = url.origin === new URL(base).origin && url.origin !== 'null';
    return sameOrigin && url.username === '' && url.password === '' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

async function fetchPart(
  part: Part,
  { url: base, signIn }: SourceAddress,
  maxBytes: number,
  { feed, digests }: { feed: Feed; digests: Pick<Digests, 'sha256'> },
): Promise<Result<Uint8Array<ArrayBuffer>, Refused>> {
  const mismatch: Refused = { problem: { kind: 'partMismatch', path: part.path } };
  const url = addressOf(part, base);
  if (url === undefined) return failure(mismatch);
  const answer = await feed.fetch({ url, signIn, maxBytes });
  if (answer.kind === 'problem') return failure(answer);
  if (answer.kind === 'unchanged') return failure(mismatch);
  return (await digests.sha256(answer.bytes)) === part.sha256 ? success(answer.bytes) : failure(mismatch);
}

function blockOf(part: Part, bytes: Uint8Array, sites: ReadonlySet<string>): Result<AllyBlock, Refused> {
  const json = readJson(bytes);
  if (!json.ok) return failure({ problem: { kind: 'notJson' } });
  if (!Array.isArray(json.value)) {
    return failure({ problem: { kind: 'notADirectory', field: part.path, code: 'notAList' } });
  }
  const rejections = new Rejections();
  const allies = readAllies(json.value, part.path, sites, rejections);
  return success({
    key: part.sha256,
    text: JSON.stringify(allies),
    count: allies.length,
    rejections: rejections.kept,
    rejectionCount: rejections.count,
  });
}

/**
 * Fetches the parts whose content isn't stored yet, one after the other, and reads them. If one fails, all do.
 *
 * @param known the blocks that are stored, by key
 * @param rejections gets what was set aside in all parts, the stored ones too
 */
export async function readParts(
  parts: readonly Part[],
  source: SourceAddress,
  known: ReadonlyMap<string, BlockCounts>,
  sites: ReadonlySet<string>,
  rejections: Rejections,
  ports: { feed: Feed; digests: Pick<Digests, 'sha256'> },
): Promise<Result<PartsRead, Refused>> {
  const keys = new Set<string>();
  const added: AllyBlock[] = [];
  let allies = 0;
  let bytesLeft = MAX_BYTES;
  for (const [index, part] of parts.entries()) {
    if (keys.has(part.sha256)) {
      rejections.add(`parts[${index}].sha256`, 'duplicate');
      continue;
    }
    keys.add(part.sha256);
    let block = known.get(part.sha256);
    if (block === undefined) {
      const fetched = await fetchPart(part, source, bytesLeft, ports);
      if (!fetched.ok) return fetched;
      bytesLeft -= fetched.value.length;
      const read = blockOf(part, fetched.value, sites);
      if (!read.ok) return read;
      added.push(read.value);
      block = read.value;
    }
    allies += block.count;
    rejections.addAll(block.rejections, block.rejectionCount);
  }
  return success({ keys: [...keys], added, allies });
}
