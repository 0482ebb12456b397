import { useEffect } from 'preact/hooks';
import { expired } from '../../utils/journal/trash.ts';
import type { JournalPorts } from './journal-ports.ts';

/** How long after opening: whoever opens the panel to write comes first. In ms. */
const AFTER = 10_000;

/** Removes what has lain in the trash for its time, once the journal has been open for a while. */
export function useTidy({ journal, clock }: Pick<JournalPorts, 'journal' | 'clock'>, open: boolean): void {
  useEffect(() => {
    if (!open) return undefined;
    const tidy = async (): Promise<void> => {
      const gone = expired(
        (await journal.all()).map(({ entry }) => entry),
        clock.now(),
      );
      if (gone.length > 0) await journal.remove(gone.map(({ id }) => id));
    };
    // Where it is locked meanwhile, the next opening does it.
    const timer = setTimeout(() => tidy().catch(() => undefined), AFTER);
    return () => clearTimeout(timer);
  }, [journal, clock, open]);
}
