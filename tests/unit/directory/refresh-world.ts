import { exportJWK, generateKeyPair } from 'jose';
import { type Clock, HOUR } from '../../../utils/core/clock.ts';
import { digests } from '../../../utils/directory/digests.ts';
import type {
  BlockCounts,
  CopyStore,
  Feed,
  FeedAnswer,
  FeedRequest,
} from '../../../utils/directory/ports.ts';
import { createRefresher, type RefreshOptions } from '../../../utils/directory/refresh.ts';
import type { AllyBlock, LogEntry, Replacement, SourceState } from '../../../utils/directory/source.ts';
import { bytesOf } from './read-samples.ts';

export const ADDRESS = 'https://directory.example/ally/directory.json';
export const NOW = Date.parse('2026-11-20T09:00:00Z');

export const sha256 = async (value: unknown): Promise<string> => digests.sha256(bytesOf(value));

/** A simulated host: what it has at each address, and what it was asked. */
class Host implements Feed {
  readonly pages = new Map<string, FeedAnswer>();
  readonly asked: FeedRequest[] = [];
  /** Runs while a request is under way. */
  meanwhile: () => void | Promise<void> = () => undefined;

  /** Puts a document at an address; an `etag` makes it one that can be unchanged. */
  put(value: unknown, { at = ADDRESS, etag }: { at?: string; etag?: string } = {}): void {
    this.pages.set(at, { kind: 'document', bytes: bytesOf(value), ...(etag !== undefined && { etag }) });
  }

  fail(answer: Extract<FeedAnswer, { kind: 'problem' }>, at = ADDRESS): void {
    this.pages.set(at, answer);
  }

  async fetch(request: FeedRequest): Promise<FeedAnswer> {
    this.asked.push(request);
    await this.meanwhile();
    const page = this.pages.get(request.url);
    if (page === undefined) return { kind: 'problem', problem: { kind: 'notFound', status: 404 } };
    if (page.kind === 'document') {
      if (page.etag !== undefined && page.etag === request.validators?.etag) return { kind: 'unchanged' };
      if (page.bytes.length > request.maxBytes) return { kind: 'problem', problem: { kind: 'tooLarge' } };
    }
    return page;
  }
}

/** A store in memory that can fail. Readers see what `copy` returns. */
class MemoryStore implements CopyStore {
  readonly states = new Map<string, SourceState>();
  readonly replacements: Replacement[] = [];
  readonly log: LogEntry[] = [];
  blocks = new Map<string, AllyBlock>();
  blockKeys: string[] = [];
  /** Which of its methods throw. */
  broken = new Set<keyof CopyStore>();

  #work(method: keyof CopyStore): void {
    if (this.broken.has(method)) throw new DOMException('The disk is full', 'QuotaExceededError');
  }

  async readState(url: string): Promise<SourceState | undefined> {
    this.#work('readState');
    return structuredClone(this.states.get(url));
  }

  async writeState(state: SourceState): Promise<void> {
    this.#work('writeState');
    this.states.set(state.url, structuredClone(state));
  }

  async readBlockCounts(): Promise<Map<string, BlockCounts>> {
    this.#work('readBlockCounts');
    return new Map(this.blocks);
  }

  async replaceCopy(replacement: Replacement): Promise<void> {
    this.#work('replaceCopy');
    const stored = new Map([
      ...this.blocks,
      ...replacement.added.map((block) => [block.key, block] as const),
    ]);
    this.blocks = new Map(
      replacement.blocks.map((key) => {
        const block = stored.get(key);
        if (block === undefined) throw new Error(`There is no block ${key}`);
        return [key, block];
      }),
    );
    this.blockKeys = replacement.blocks;
    this.replacements.push(replacement);
    this.states.set(replacement.state.url, structuredClone(replacement.state));
  }

  async appendLog(entry: LogEntry): Promise<void> {
    this.#work('appendLog');
    this.log.push(entry);
  }

  /** The names of all allies, as a reader sees them now. */
  names(): string[] {
    return this.blockKeys.flatMap((key) => {
      const allies: { name: string }[] = JSON.parse(this.blocks.get(key)?.text ?? '[]');
      return allies.map(({ name }) => name);
    });
  }
}

/** A device that refreshes from a simulated host, at a simulated time. */
export function createWorld({ chance = 0.5 }: { chance?: number } = {}) {
  const host = new Host();
  const store = new MemoryStore();
  const time = { now: NOW, chance };
  const clock: Clock = { now: () => time.now };
  const refresher = createRefresher({ feed: host, store, digests, clock, random: () => time.chance });
  return {
    host,
    store,
    time,
    refresh: (options: Partial<RefreshOptions> & { signIn?: boolean } = {}): Promise<SourceState> => {
      const { signIn = false, publicKeys = [], refreshHours = 24 } = options;
      return refresher.refresh({ url: ADDRESS, signIn }, { publicKeys, refreshHours });
    },
    later(hours: number): void {
      time.now += hours * HOUR;
    },
  };
}

/** A key pair to sign with, and what a policy would say of it. */
export async function createKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('Ed25519', { extractable: true });
  const { x = '' } = await exportJWK(publicKey);
  return { privateKey, publicKey: { kid, x } };
}
