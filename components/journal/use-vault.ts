import { useEffect, useState } from 'preact/hooks';
import type { Journal, VaultState } from '../../utils/journal/ports.ts';

/** The vault's state, and a number that changes with whatever is kept in it. */
export function useVault(journal: Journal): { vault: VaultState; change: number } {
  const [seen, setSeen] = useState({ vault: journal.state(), change: 0 });
  useEffect(() => {
    const look = (): void => setSeen(({ change }) => ({ vault: journal.state(), change: change + 1 }));
    const end = journal.watch(look);
    look();
    return end;
  }, [journal]);
  return seen;
}

/** Something read from the journal, read again after each change; undefined until it is there. */
export function useKept<Value>(read: () => Promise<Value>, change: unknown): Value | undefined {
  const [value, setValue] = useState<Value>();
  useEffect(() => {
    let wanted = true;
    read().then(
      (found) => {
        if (wanted) setValue(found);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [read, change]);
  return value;
}
