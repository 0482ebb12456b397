import { useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { Journal } from '../../utils/journal/ports.ts';
import { CopyButton, type CopyText } from '../ui/copy-button.tsx';
import { useWords } from '../ui/words.tsx';

export interface RecoveryFormProps {
  journal: Pick<Journal, 'makeRecovery' | 'confirmRecovery'>;
  has: boolean;
  copy: CopyText;
  /** Prints the page; its style leaves nothing but the code. */
  print: () => void;
  /** From 0 up to 1. */
  random: () => number;
}

const GROUPS = 6;

/** Makes a recovery code, shows it once, and has a part of it typed before it counts. */
export function RecoveryForm({ journal, has, copy, print, random }: RecoveryFormProps) {
  const { t } = useWords(journalWords);
  const [code, setCode] = useState<string>();
  const [part, setPart] = useState(0);
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<'wrong' | 'done'>();
  const make = async (): Promise<void> => {
    setAnswer(undefined);
    setPart(Math.floor(random() * GROUPS));
    setCode(await journal.makeRecovery());
  };
  const check = async (event: Event): Promise<void> => {
    event.preventDefault();
    const fits = await journal.confirmRecovery(part, typed);
    setTyped('');
    setAnswer(fits ? 'done' : 'wrong');
    if (fits) setCode(undefined);
  };
  return (
    <section class="recovery">
      {code === undefined ? (
        <>
          {has && answer === undefined && <p class="hint">{t('recoveryHas')}</p>}
          <button type="button" class="button soft" onClick={() => void make()}>
            {t('recoveryMake')}
          </button>
        </>
      ) : (
        <form onSubmit={check}>
          <p>{t('recoveryShown')}</p>
          <p class="recovery-code" dir="ltr">
            {code}
          </p>
          <p class="actions">
            <CopyButton text={code} what={t('recoveryCode')} copy={copy} />
            <button type="button" class="quiet" onClick={print}>
              {t('recoveryPrint')}
            </button>
          </p>
          <label for="recovery-part">{t('recoveryConfirm', { group: part + 1 })}</label>
          <input
            id="recovery-part"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <button type="submit" class="button soft">
            {t('recoveryCheck')}
          </button>
        </form>
      )}
      <p role="status" class={answer === undefined ? 'unseen' : 'notice'}>
        {answer === 'done' && t('recoveryDone')}
        {answer === 'wrong' && t('recoveryWrong', { group: part + 1 })}
      </p>
    </section>
  );
}
