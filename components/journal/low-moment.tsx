import { useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { useWords } from '../ui/words.tsx';

/** After a hard moment: a kind line and a way to somebody. It opens nothing by itself. */
export function LowMoment({ openPopup }: { openPopup: () => Promise<void> }) {
  const { t } = useWords(journalWords);
  const [refused, setRefused] = useState(false);
  return (
    <div class="low-moment">
      <p>{t('lowKind')}</p>
      <button type="button" class="button" onClick={() => openPopup().catch(() => setRefused(true))}>
        {t('lowReach')}
      </button>
      <p role="status" class={refused ? 'notice' : 'unseen'}>
        {refused ? t('seeWhoFailed') : ''}
      </p>
    </div>
  );
}
