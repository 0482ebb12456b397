import { useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { Journal } from '../../utils/journal/ports.ts';
import { useWords } from '../ui/words.tsx';

const SHORTEST = 10;
type Answer = 'passphraseShort' | 'passphraseDiffers' | 'passphraseDone' | 'failedFull' | 'failedRefused';

/** Sets the passphrase, or another one. */
export function PassphraseForm({ journal, has }: { journal: Pick<Journal, 'setPassphrase'>; has: boolean }) {
  const { t } = useWords(journalWords);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [working, setWorking] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const set = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (working) return;
    if ([...first].length < SHORTEST) return setAnswer('passphraseShort');
    if (first !== second) return setAnswer('passphraseDiffers');
    setWorking(true);
    const done = await journal.setPassphrase(first);
    setWorking(false);
    setFirst('');
    setSecond('');
    setAnswer(done === 'saved' ? 'passphraseDone' : 'failedRefused');
  };
  return (
    <details class="passphrase-form">
      <summary>{t(has ? 'passphraseChange' : 'passphraseSet')}</summary>
      <form onSubmit={set}>
        <label for="passphrase-first">{t('passphrase')}</label>
        <input
          id="passphrase-first"
          type="password"
          autocomplete="new-password"
          value={first}
          onInput={({ currentTarget }) => setFirst(currentTarget.value)}
        />
        <label for="passphrase-second">{t('passphraseAgain')}</label>
        <input
          id="passphrase-second"
          type="password"
          autocomplete="new-password"
          value={second}
          onInput={({ currentTarget }) => setSecond(currentTarget.value)}
        />
        <p class="hint">{t('passphraseWarning')}</p>
        <button type="submit" class="button soft" aria-disabled={working}>
          {t(has ? 'passphraseChange' : 'passphraseSet')}
        </button>
      </form>
      <p role="alert" class={answer === undefined ? 'unseen' : 'notice'}>
        {answer === undefined ? '' : t(answer)}
      </p>
    </details>
  );
}
