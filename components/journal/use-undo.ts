import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Journal } from '../../utils/journal/ports.ts';
import type { Entry } from '../../utils/journal/schema.ts';
import { inverse, type Step } from '../../utils/journal/undo.ts';

/** Something done to entries that can be taken back. */
export interface Deed {
  step: Step;
  /** The entries as they were before. */
  before: readonly Entry[];
  /** What is said of it: `Moved to the trash.` */
  says: string;
}

export type Undone = 'undone' | 'failed';

async function carryOut(
  journal: Pick<Journal, 'saveAll' | 'remove'>,
  { save, remove }: Step,
): Promise<boolean> {
  if (save.length > 0 && (await journal.saveAll(save)) !== 'saved') return false;
  return remove.length === 0 || (await journal.remove(remove)) === 'saved';
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

export interface Undo {
  /** Does it, and offers to take it back. Resolves to whether it was done. */
  act: (deed: Deed) => Promise<boolean>;
  /** What can be taken back. */
  last: Deed | undefined;
  outcome: Undone | undefined;
  undo: () => void;
  /** Says no more how it went. What can be taken back still can be. */
  hush: () => void;
}

/** One step back for whatever is done to entries: by a button, or Ctrl+Z wherever nobody is typing. */
export function useUndo(journal: Pick<Journal, 'saveAll' | 'remove'>): Undo {
  const [last, setLast] = useState<Deed>();
  const [outcome, setOutcome] = useState<Undone>();
  const act = useCallback(
    async (deed: Deed): Promise<boolean> => {
      const done = await carryOut(journal, deed.step);
      setLast(done ? deed : undefined);
      setOutcome(done ? undefined : 'failed');
      return done;
    },
    [journal],
  );
  const undo = useCallback((): void => {
    if (last === undefined) return;
    setLast(undefined);
    void carryOut(journal, inverse(last.before, last.step)).then((done) =>
      setOutcome(done ? 'undone' : 'failed'),
    );
  }, [journal, last]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event.target))
        return;
      event.preventDefault();
      undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [undo]);
  const hush = useCallback(() => setOutcome(undefined), []);
  return { act, last, outcome, undo, hush };
}
