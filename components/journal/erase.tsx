import { useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { useWords } from '../ui/words.tsx';

/** Deletes everything, once the word for it has been typed. */
export function Erase({ erase }: { erase: () => void }) {
  const { t } = useWords(journalWords);
  const [typed, setTyped] = useState('');
  const word = t('eraseWord');
  const meant = typed.trim().toLocaleLowerCase() === word;
  return (
    <section aria-labelledby="erase-title">
      <h2 id="erase-title">{t('eraseTitle')}</h2>
      <p>{t('eraseText')}</p>
      <label for="erase-word">{t('eraseType', { word })}</label>
      <input
        id="erase-word"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <p>
        <button type="button" class="button" disabled={!meant} onClick={erase}>
          {t('erase')}
        </button>
      </p>
    </section>
  );
}
