import { useCallback } from 'preact/hooks';
import { exchangeWords } from '../../utils/i18n/en/exchange.ts';
import { batchesOf } from '../../utils/journal/import-batches.ts';
import { trashedAt } from '../../utils/journal/trash.ts';
import { useWords } from '../ui/words.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { useKept } from './use-vault.ts';

export interface BroughtInProps {
  ports: Pick<JournalPorts, 'journal' | 'clock'>;
  change: number;
}

/** Imports from before. Each can still be moved to the trash as one, where what was written to it since stays too. */
export function BroughtIn({ ports: { journal, clock }, change }: BroughtInProps) {
  const { t, formats } = useWords(exchangeWords);
  const all = useKept(
    useCallback(() => journal.all(), [journal]),
    change,
  );
  const batches = batchesOf((all ?? []).map(({ entry }) => entry));
  if (batches.length === 0) return null;
  return (
    <details>
      <summary>{t('broughtIn')}</summary>
      <ul class="plain">
        {batches.map(({ batch, entries, first, last }) => (
          <li key={batch}>
            {t('broughtInOne', {
              count: entries.length,
              first: formats.day(first),
              last: formats.day(last),
            })}{' '}
            <button
              type="button"
              class="quiet"
              onClick={() => void journal.saveAll(entries.map((entry) => trashedAt(entry, clock.now())))}
            >
              {t('broughtInTrash')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
