import { useCallback, useState } from 'preact/hooks';
import type { Kept } from '../../utils/journal/ports.ts';
import type { Draft } from '../../utils/journal/schema.ts';
import type { JournalPorts } from './journal-ports.ts';
import { useKept } from './use-vault.ts';

/** A draft from before, and the entry that it changes as it was when the draft was begun. */
export interface Unfinished {
  draft: Draft;
  kept: Kept | undefined;
}

/**
 * What was begun in an earlier sitting and is not an entry yet. A draft whose entry was written after it is
 * finished, and is dropped: it was left where the browser ended between the two.
 */
export function useUnfinished(
  { journal, clock }: Pick<JournalPorts, 'journal' | 'clock'>,
  change: unknown,
): Unfinished[] {
  // Only those from before: the one that is being written now is not unfinished.
  const [began] = useState(() => clock.now());
  const found = useKept(
    useCallback(async (): Promise<Unfinished[]> => {
      const drafts = (await journal.drafts()).filter(({ changed }) => changed < began);
      if (drafts.length === 0) return [];
      const all = new Map((await journal.all()).map((kept) => [kept.entry.id, kept]));
      const open: Unfinished[] = [];
      for (const draft of drafts) {
        const kept = draft.entry === undefined ? undefined : all.get(draft.entry);
        if (kept !== undefined && kept.entry.written >= draft.changed) await journal.dropDraft(draft.id);
        else open.push({ draft, kept: kept && { ...kept, revision: draft.revision ?? kept.revision } });
      }
      return open;
    }, [journal, began]),
    change,
  );
  return found ?? [];
}
