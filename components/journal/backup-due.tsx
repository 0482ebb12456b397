import { useCallback } from 'preact/hooks';
import { DAY } from '../../utils/core/clock.ts';
import { exchangeWords } from '../../utils/i18n/en/exchange.ts';
import type { JournalPrefs } from '../../utils/journal/schema.ts';
import { useWords } from '../ui/words.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { useKept } from './use-vault.ts';

/** A month. */
const EVERY = 30 * DAY;

export interface BackupDueProps {
  ports: Pick<JournalPorts, 'journal' | 'clock'>;
  prefs: JournalPrefs;
  change: number;
  /** Goes where a backup is made. */
  makeOne: () => void;
}

/** For whoever asked to be reminded: that the last backup was a month ago, once there is something to back up. */
export function BackupDue({ ports: { journal, clock }, prefs, change, makeOne }: BackupDueProps) {
  const { t } = useWords(exchangeWords);
  const { backupReminders, lastBackup } = prefs;
  const isDue = backupReminders && clock.now() - (lastBackup ?? 0) >= EVERY;
  const newest = useKept(
    useCallback(async () => (isDue ? journal.latest(1) : []), [journal, isDue]),
    change,
  );
  if (!isDue || newest === undefined || newest.length === 0) return null;
  return (
    <p class="hint">
      {t(lastBackup === undefined ? 'backupDueNone' : 'backupDue')}{' '}
      <button type="button" class="link" onClick={makeOne}>
        {t('backupDueGo')}
      </button>
    </p>
  );
}
