import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Kept } from '../../utils/journal/ports.ts';
import type { Draft, Entry } from '../../utils/journal/schema.ts';
import { changed, contentWith, type EntryChanges } from '../../utils/journal/versions.ts';
import type { JournalPorts } from './journal-ports.ts';

export type Content = Draft['content'];
export type Standing =
  | 'idle'
  /** Not yet on the disk as it is on the screen. */
  | 'changed'
  | 'draft'
  | 'saving'
  | 'saved'
  | 'conflict'
  /** Nothing is left of what was there: the entry on the disk stays as it was. */
  | 'emptied'
  | 'full'
  | 'refused'
  | 'locked';

/** So long after the last key, what was written becomes the entry. */
const PAUSE = 800;
/** Whoever writes on without a pause has a draft that is no older than this. */
const DRAFT_AGE = 250;

export interface AutosaveOptions {
  ports: Pick<JournalPorts, 'journal' | 'clock' | 'newId'>;
  /** What is changed; absent for something new. */
  kept: Kept | undefined;
  /** Begins with this, from a draft. */
  draft: Draft | undefined;
  empty: Content;
}

const isEmpty = ({ text, mood, energy, pleasantness, feelings, about, tags }: Content): boolean =>
  text.trim() === '' &&
  mood === undefined &&
  energy === undefined &&
  pleasantness === undefined &&
  feelings.length + about.length + tags.length === 0;

const contentOf = ({
  id: _i,
  written: _w,
  versions: _v,
  trashed: _t,
  batch: _b,
  ...content
}: Entry): Content => content;

/**
 * What is to be written: `content` laid over the entry as it was before this sitting, so that all that is
 * written in one sitting is one version. What was taken away is named, or it would stay.
 */
function entryOf(content: Content, before: Entry | undefined, id: string, now: number): Entry {
  if (before === undefined) return { ...content, id, written: now, versions: [] };
  const { mood, energy, pleasantness, prompt } = content;
  return { ...changed(before, { ...content, mood, energy, pleasantness, prompt }, now), id };
}

/**
 * Keeps what is being written: an encrypted draft from the first change on, and the entry itself after each
 * pause. One write at a time; a change during a write is written after it.
 */
export function useAutosave({ ports, kept, draft, empty }: AutosaveOptions) {
  const { journal, clock, newId } = ports;
  const [content, setContent] = useState<Content>(
    () => draft?.content ?? (kept === undefined ? empty : contentOf(kept.entry)),
  );
  const [standing, setStanding] = useState<Standing>(draft === undefined ? 'idle' : 'draft');
  const work = useRef({
    content,
    /** The entry as it is on the disk. */
    kept,
    /** As it was when this began: one earlier version for all that is written now. */
    before: kept?.entry,
    entryId: kept?.entry.id ?? draft?.entry ?? newId(),
    draftId: draft?.id ?? newId(),
    dirty: false,
    turn: Promise.resolve(),
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    draftTimer: undefined as ReturnType<typeof setTimeout> | undefined,
  });

  const inTurn = useCallback((job: () => Promise<void>): Promise<void> => {
    const next = work.current.turn.then(job, job);
    work.current.turn = next.catch(() => undefined);
    return next;
  }, []);

  const writeDraft = useCallback(
    () =>
      inTurn(async () => {
        const { draftId, entryId, content: now, kept: known, dirty } = work.current;
        if (!dirty) return;
        const done = await journal.saveDraft({
          id: draftId,
          entry: entryId,
          ...(known !== undefined && { revision: known.revision }),
          changed: clock.now(),
          content: now,
        });
        setStanding((before) => (done === 'saved' ? (before === 'saving' ? before : 'draft') : before));
      }),
    [journal, clock, inTurn],
  );

  const writeEntry = useCallback(
    () =>
      inTurn(async () => {
        const { content: now, dirty, kept: known, before, entryId, draftId } = work.current;
        if (!dirty) return;
        if (isEmpty(now)) {
          await journal.dropDraft(draftId);
          setStanding(known === undefined ? 'idle' : 'emptied');
          return;
        }
        work.current.dirty = false;
        setStanding('saving');
        const entry = entryOf(now, before, entryId, clock.now());
        const done = await journal.save(entry, known?.revision);
        if (done.kind === 'failed') {
          work.current.dirty = true;
          setStanding(done.reason);
          return;
        }
        work.current.kept = done.kind === 'conflict' ? done.copy : done.kept;
        work.current.entryId = work.current.kept.entry.id;
        if (!work.current.dirty) await journal.dropDraft(draftId);
        setStanding(done.kind === 'conflict' ? 'conflict' : work.current.dirty ? 'draft' : 'saved');
      }),
    [journal, clock, inTurn],
  );

  const change = useCallback(
    (changes: EntryChanges): void => {
      const next = contentWith(work.current.content, changes);
      const first = !work.current.dirty;
      work.current.content = next;
      work.current.dirty = true;
      setContent(next);
      // What is on the screen is no longer what was saved.
      setStanding((before) => (before === 'saved' ? 'changed' : before));
      journal.touch();
      if (first) void writeDraft();
      work.current.draftTimer ??= setTimeout(() => {
        work.current.draftTimer = undefined;
        void writeDraft();
      }, DRAFT_AGE);
      clearTimeout(work.current.timer);
      work.current.timer = setTimeout(() => {
        void writeDraft();
        void writeEntry();
      }, PAUSE);
    },
    [journal, writeDraft, writeEntry],
  );

  /** Writes at once whatever is not written yet. */
  const settle = useCallback((): Promise<void> => {
    clearTimeout(work.current.timer);
    return writeEntry();
  }, [writeEntry]);

  useEffect(() => journal.beforeLock(writeDraft), [journal, writeDraft]);
  useEffect(
    () => () => {
      clearTimeout(work.current.timer);
      clearTimeout(work.current.draftTimer);
      void writeEntry();
    },
    [writeEntry],
  );
  return { content, change, settle, standing };
}
