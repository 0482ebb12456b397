import { startWords } from '../../utils/i18n/en/start.ts';
import { useWords } from '../ui/words.tsx';

/** What the popup says until a directory is set. */
export function NoDirectory({ addAddress, useSample }: { addAddress: () => void; useSample: () => void }) {
  const { t } = useWords(startWords);
  return (
    <section class="no-directory">
      <h2>{t('noDirectoryTitle')}</h2>
      <p>{t('noDirectoryText')}</p>
      <p class="actions">
        <button type="button" class="button" onClick={addAddress}>
          {t('noDirectoryAdd')}
        </button>
        <button type="button" class="link" onClick={useSample}>
          {t('noDirectorySample')}
        </button>
      </p>
      <p class="hint">{t('noDirectoryHelp')}</p>
    </section>
  );
}
