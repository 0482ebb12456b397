import { useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { useWords } from '../ui/words.tsx';

/** The way from the journal to somebody who listens. Where the popup can't be opened for them, it says where it is. */
export function ReachAlly({ openPopup }: { openPopup: () => Promise<void> }) {
  const { t } = useWords(journalWords);
  const [refused, setRefused] = useState(false);
  return (
    <>
      <button type="button" class="button" onClick={() => openPopup().catch(() => setRefused(true))}>
        {t('lowReach')}
      </button>
      <p role="status" class={refused ? 'notice' : 'unseen'}>
        {refused ? t('seeWhoFailed') : ''}
      </p>
    </>
  );
}
