import { journalWords } from '../../utils/i18n/en/journal.ts';
import { useWords } from '../ui/words.tsx';
import { ReachAlly } from './reach-ally.tsx';

/** After a hard moment: a kind line and a way to somebody. It opens nothing by itself. */
export function LowMoment({ openPopup }: { openPopup: () => Promise<void> }) {
  const { t } = useWords(journalWords);
  return (
    <div class="low-moment">
      <p>{t('lowKind')}</p>
      <ReachAlly openPopup={openPopup} />
    </div>
  );
}
