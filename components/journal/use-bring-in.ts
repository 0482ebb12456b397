import { useCallback, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../utils/journal/days.ts';
import { openBackup } from '../../utils/journal/exchange/backup.ts';
import {
  type BroughtPrefs,
  broughtBy,
  withBrought,
  withoutBrought,
} from '../../utils/journal/exchange/brought-prefs.ts';
import type { FileFault, ImportPreview } from '../../utils/journal/exchange/contract.ts';
import { LIMITS } from '../../utils/journal/exchange/contract.ts';
import { readImport } from '../../utils/journal/exchange/import.ts';
import type { Mood } from '../../utils/journal/schema.ts';
import { withoutBatch } from '../../utils/journal/undo.ts';
import type { JournalPorts } from './journal-ports.ts';

export type BringInStanding =
  | { kind: 'idle' }
  | { kind: 'reading' }
  /** An encrypted backup: it asks for its passphrase. */
  | { kind: 'sealed'; fault?: 'wrong' | 'weak' | 'costly' }
  | { kind: 'fault'; fault: Exclude<FileFault, 'backup'> }
  | { kind: 'preview'; preview: ImportPreview }
  | { kind: 'done'; count: number }
  | { kind: 'said'; says: 'bringInFailed' | 'bringInUnread' | 'bringInUndone' };

type Answers = ReadonlyMap<string, Mood | 'none'>;

/** What is being brought in: read, looked at, taken in, taken back. Nothing is written before `go`. */
export function useBringIn(ports: JournalPorts) {
  const { journal, clock, personZone, backup } = ports;
  const [standing, setStanding] = useState<BringInStanding>({ kind: 'idle' });
  const work = useRef({
    bytes: new Uint8Array(),
    name: '',
    answers: new Map() as Answers,
    brought: undefined as BroughtPrefs | undefined,
    batch: '',
  });

  const read = useCallback(
    async (bytes: Uint8Array, answers: Answers): Promise<void> => {
      work.current = { ...work.current, answers };
      const kept = (await journal.all()).map(({ entry }) => entry);
      const now = clock.now();
      const options = { zone: personZone, now, random: backup.random, moods: answers };
      const found = readImport(bytes, work.current.name, kept, options);
      if (found.ok) setStanding({ kind: 'preview', preview: found.value });
      else if (found.error === 'backup') setStanding({ kind: 'sealed' });
      else setStanding({ kind: 'fault', fault: found.error });
    },
    [journal, clock, personZone, backup],
  );

  const choose = useCallback(
    async (file: File): Promise<void> => {
      setStanding({ kind: 'reading' });
      if (file.size > LIMITS.bytes) return setStanding({ kind: 'fault', fault: 'large' });
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        work.current = { ...work.current, bytes, name: file.name };
        await read(bytes, new Map());
      } catch {
        setStanding({ kind: 'said', says: 'bringInUnread' });
      }
    },
    [read],
  );

  const unlock = useCallback(
    async (passphrase: string): Promise<void> => {
      setStanding({ kind: 'reading' });
      const opened = await openBackup(work.current.bytes, passphrase, backup);
      if (opened.ok) {
        work.current = { ...work.current, bytes: opened.value };
        return read(opened.value, new Map());
      }
      const fault = opened.error;
      if (fault === 'wrong' || fault === 'weak' || fault === 'costly') setStanding({ kind: 'sealed', fault });
      else setStanding({ kind: 'fault', fault: fault === 'notABackup' ? 'unknown' : fault });
    },
    [backup, read],
  );

  const answer = useCallback(
    (name: string, mood: Mood | 'none'): void =>
      void read(work.current.bytes, new Map([...work.current.answers, [name, mood]])),
    [read],
  );

  const go = useCallback(async (): Promise<void> => {
    if (standing.kind !== 'preview') return;
    const { entries, batch, prefs: theirs } = standing.preview;
    setStanding({ kind: 'reading' });
    const done = await journal.saveAll(entries);
    if (done !== 'saved') return setStanding({ kind: 'said', says: 'bringInFailed' });
    let brought: BroughtPrefs | undefined;
    if (theirs !== undefined) {
      const today = dayOf({ at: clock.now(), zone: personZone });
      await journal.changePrefs((before) => {
        brought = broughtBy(theirs, before, today);
        return withBrought(before, brought);
      });
    }
    work.current = { ...work.current, bytes: new Uint8Array(), batch, brought };
    setStanding({ kind: 'done', count: entries.length });
  }, [journal, clock, personZone, standing]);

  const takeBack = useCallback(async (): Promise<void> => {
    const { batch, brought } = work.current;
    const entries = (await journal.all()).map(({ entry }) => entry);
    const done = await journal.remove(withoutBatch(entries, batch).remove);
    if (brought !== undefined) await journal.changePrefs((before) => withoutBrought(before, brought));
    setStanding({ kind: 'said', says: done === 'saved' ? 'bringInUndone' : 'bringInFailed' });
  }, [journal]);

  const dismiss = useCallback((): void => {
    work.current = { ...work.current, bytes: new Uint8Array() };
    setStanding({ kind: 'idle' });
  }, []);
  return { standing, choose, unlock, answer, go, takeBack, dismiss };
}
