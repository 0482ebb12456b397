import { createHash } from 'node:crypto';
import { cipher } from '../../../utils/journal/cipher.ts';
import { stampOf } from '../../../utils/journal/envelope.ts';
import type { Journal } from '../../../utils/journal/ports.ts';
import type { Draft, Entry } from '../../../utils/journal/schema.ts';
import { createJournal } from '../../../utils/journal/vault.ts';
import type {
  Change,
  Cipher,
  JournalDatabase,
  StoredRecord,
  VaultPorts,
  WindowMessage,
  Written,
} from '../../../utils/journal/vault-ports.ts';

const NOW = Date.parse('2026-11-20T09:00:00Z');
export const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** What a kill looks like to what was running. */
class Killed extends Error {}

/** What lies on a disk. */
export class Disk {
  vault: unknown;
  records = new Map<string, Uint8Array<ArrayBuffer>>();
  aside = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Any write fails so. */
  fault: 'full' | 'refused' | undefined;
  ready: 'ready' | 'refused' | 'newer' = 'ready';
  /** Runs just before the next write. */
  meanwhile: (() => void | Promise<void>) | undefined;
  reads: string[] = [];
  operations = 0;

  copy(): Disk {
    const copy = new Disk();
    copy.vault = this.vault;
    for (const [id, sealed] of this.records) copy.records.set(id, sealed.slice());
    for (const [id, sealed] of this.aside) copy.aside.set(id, sealed.slice());
    return copy;
  }
}

/** A database in memory: a write happens whole or not at all, and everything stops after so many operations. */
class MemoryDatabase implements JournalDatabase {
  readonly disk: Disk;
  readonly #stopAfter: number;
  #done = 0;

  constructor(disk: Disk, stopAfter = Number.POSITIVE_INFINITY) {
    this.disk = disk;
    this.#stopAfter = stopAfter;
  }

  #work(): void {
    this.#done += 1;
    this.disk.operations += 1;
    if (this.#done > this.#stopAfter) throw new Killed();
  }

  async open() {
    return this.disk.ready;
  }

  async readVault() {
    this.#work();
    return this.disk.vault;
  }

  async read(ids: readonly string[]) {
    this.#work();
    this.disk.reads.push(...ids);
    return ids.map((id) => this.#record(id));
  }

  async readAll(part: (records: readonly StoredRecord[], before: number) => void) {
    this.#work();
    const ids = [...this.disk.records.keys()];
    this.disk.reads.push(...ids);
    const records = ids.flatMap((id) => this.#record(id) ?? []);
    // A part that is begun anew counts as if it had never been there.
    part(records.slice(0, 2), 0);
    part(records.slice(0, 3), 0);
    part(records.slice(3), 3);
  }

  async readAside() {
    this.#work();
    return [...this.disk.aside.keys()];
  }

  #record(id: string): StoredRecord | undefined {
    const sealed = this.disk.records.get(id);
    return sealed && { id, sealed: sealed.slice() };
  }

  async write({ vault, newVault, expect, put, remove, setAside }: Change): Promise<Written> {
    const { disk } = this;
    const { meanwhile } = disk;
    disk.meanwhile = undefined;
    await meanwhile?.();
    this.#work();
    if (disk.fault !== undefined) return { kind: 'failed', reason: disk.fault };
    const digest = Object(disk.vault).digest;
    const ids = [...expect].flatMap(([id, expected]) => {
      const sealed = disk.records.get(id);
      return (sealed && stampOf(sealed)) === expected ? [] : [id];
    });
    if (digest !== vault || ids.length > 0) return { kind: 'changed', vault: digest !== vault, ids };
    for (const id of setAside) {
      const sealed = disk.records.get(id);
      if (sealed !== undefined) disk.aside.set(id, sealed);
    }
    for (const id of remove) disk.records.delete(id);
    for (const { id, sealed } of put) disk.records.set(id, sealed.slice());
    if (newVault !== undefined) disk.vault = newVault;
    return { kind: 'done' };
  }

  async destroy() {
    this.#work();
    this.disk.vault = undefined;
    this.disk.records.clear();
    this.disk.aside.clear();
    return true;
  }
}

/** How many answers of the cipher are under way. */
let ciphering = 0;

function counted<Arguments extends unknown[], Value>(
  job: (...given: Arguments) => Promise<Value>,
): (...given: Arguments) => Promise<Value> {
  return async (...given) => {
    ciphering += 1;
    try {
      return await job(...given);
    } finally {
      ciphering -= 1;
    }
  };
}

const countedCipher: Cipher = {
  importKey: counted(cipher.importKey),
  makeDeviceKey: counted(cipher.makeDeviceKey),
  deriveKey: counted(cipher.deriveKey),
  seal: counted(cipher.seal),
  open: counted(cipher.open),
  digest: counted(cipher.digest),
};

/** One computer: a disk, a clock, what lies outside the database, and windows that hear each other. */
export class World {
  disk: Disk;
  now = NOW;
  outside: { vault: string; count: number } | undefined;
  minutes: number | undefined = 15;
  deadline: number | undefined;
  timers = new Set<{ at: number; job: () => void }>();
  /** What goes on while a key is derived, which takes its time. */
  whileDeriving: () => Promise<void> = async () => undefined;
  #windows = new Set<(message: WindowMessage) => void>();
  #writing: Promise<unknown> = Promise.resolve();

  constructor(disk = new Disk()) {
    this.disk = disk;
  }

  ports(stopAfter?: number): VaultPorts {
    let own: ((message: WindowMessage) => void) | undefined;
    return {
      clock: { now: () => this.now },
      random,
      cipher: countedCipher,
      kdf: async (passphrase, salt) => {
        await this.whileDeriving();
        return new Uint8Array(createHash('sha256').update(passphrase).update(salt).digest());
      },
      database: new MemoryDatabase(this.disk, stopAfter),
      windows: {
        tell: (message) => {
          for (const heard of this.#windows) if (heard !== own) heard(message);
        },
        watch: (heard) => {
          own = heard;
          this.#windows.add(heard);
        },
        exclusive: (job) => {
          const done = this.#writing.then(job);
          this.#writing = done.catch(() => undefined);
          return done;
        },
      },
      outside: {
        read: async () => this.outside,
        write: async (known) => {
          this.outside = known;
        },
        clear: async () => {
          this.outside = undefined;
        },
      },
      deadline: {
        readMinutes: async () => this.minutes,
        writeMinutes: async (minutes) => {
          this.minutes = minutes;
        },
        read: async () => this.deadline,
        write: async (at) => {
          this.deadline = at;
        },
        clear: async () => {
          this.deadline = undefined;
        },
      },
      after: (milliseconds, job) => {
        const timer = { at: this.now + milliseconds, job };
        this.timers.add(timer);
        return () => this.timers.delete(timer);
      },
    };
  }

  /** A window's journal, started. */
  async window(stopAfter?: number): Promise<Journal> {
    const journal = createJournal(this.ports(stopAfter));
    await journal.start();
    return journal;
  }

  /** Lets time pass, and runs what is due. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds;
    for (;;) {
      const due = [...this.timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.now = Math.max(this.now, due.at);
      this.timers.delete(due);
      due.job();
      await settled();
    }
    this.now = until;
  }
}

/** Everything that was begun is done, but for what waits for time to pass. */
export async function settled(): Promise<void> {
  for (let idle = 0; idle < 20; idle += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (ciphering > 0) idle = 0;
  }
}

export const id = (number: number): string => number.toString(16).padStart(32, '0');

export function entry(number: number, more: Partial<Entry> = {}): Entry {
  return {
    id: id(number),
    at: NOW + number * 1000,
    zone: 'Europe/London',
    written: NOW,
    feelings: [],
    about: [],
    tags: [],
    text: `Words of ${number}`,
    pinned: false,
    versions: [],
    ...more,
  };
}

export function draft(number: number, text = `Begun ${number}`): Draft {
  const { id: _id, written: _written, versions: _versions, ...content } = entry(number);
  return { id: id(number), changed: NOW, content: { ...content, text } };
}

export const textsOf = (kept: readonly { entry: Entry }[]): string[] =>
  kept.map(({ entry: { text } }) => text);
