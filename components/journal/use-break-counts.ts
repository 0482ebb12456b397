import { useEffect } from 'preact/hooks';
import { DAYS_KEPT, together } from '../../utils/breaks/record.ts';
import type { CountedDay } from '../../utils/breaks/schema.ts';
import type { Journal } from '../../utils/journal/ports.ts';

/** Where breaks are counted while the journal is closed. */
export interface BreakCounts {
  /** Does a job while no other window does one, so that two that open together don't count twice. */
  inTurn: (job: () => Promise<void>) => Promise<void>;
  read: () => Promise<readonly CountedDay[]>;
  /** Takes away what the journal keeps from now on. */
  forget: (counts: readonly CountedDay[]) => Promise<unknown>;
}

/** Takes what was counted of breaks into the journal once it is open, where it is encrypted. */
export function useBreakCounts(
  journal: Pick<Journal, 'changePrefs'>,
  counts: BreakCounts | undefined,
  open: boolean,
): void {
  useEffect(() => {
    if (!open || counts === undefined) return;
    const take = async (): Promise<void> => {
      const fresh = await counts.read();
      if (fresh.length === 0) return;
      const done = await journal.changePrefs((before) => ({
        ...before,
        breaks: together(before.breaks, fresh).slice(-DAYS_KEPT),
      }));
      if (done === 'saved') await counts.forget(fresh);
    };
    // Where it is locked meanwhile, or the background is away, the next opening does it.
    counts.inTurn(take).catch(() => undefined);
  }, [journal, counts, open]);
}
