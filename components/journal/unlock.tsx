import { useEffect, useRef, useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { PasskeyPorts } from '../../utils/journal/passkey.ts';
import type { Secret, Unlocking, Way } from '../../utils/journal/ports.ts';
import { useWords } from '../ui/words.tsx';
import type { ErrandPorts } from './passkey-errand.ts';
import { PasskeyOpener } from './passkey-opener.tsx';

export interface UnlockProps {
  journal: ErrandPorts['journal'];
  ways: readonly Way[];
  /** Absent where the browser lets no extension use them. */
  passkeys: PasskeyPorts | undefined;
  leave: () => void;
}

/** Asks for what opens the vault. What was typed is forgotten at once. */
export function Unlock({ journal, ways, passkeys, leave }: UnlockProps) {
  const { t } = useWords(journalWords);
  const [chosen, choose] = useState<'passphrase' | 'recovery'>();
  // The ways may change meanwhile: another window that sets the first passphrase locks this one before it does.
  const way = chosen ?? (ways.includes('passphrase') ? 'passphrase' : 'recovery');
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<Exclude<Unlocking, 'open'> | 'trying'>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [way]);

  const trying = answer === 'trying';
  const open = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (typed === '' || trying) return;
    setAnswer('trying');
    const secret: Secret =
      way === 'passphrase' ? { way, passphrase: typed } : { way: 'recovery', code: typed };
    const done = await journal.unlock(secret);
    setTyped('');
    setAnswer(done === 'open' ? undefined : done);
    if (done !== 'open') field.current?.focus();
  };
  const says =
    answer === undefined || answer === 'trying'
      ? ''
      : answer === 'wrong'
        ? t(way === 'passphrase' ? 'wrong' : 'wrongCode')
        : t(answer);
  const looks = {
    id: 'secret',
    ref: field,
    autocomplete: 'off',
    spellcheck: false,
    'aria-describedby': 'unlock-answer',
    'aria-invalid': says !== '',
    value: typed,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setTyped(currentTarget.value),
  } as const;
  return (
    <form class="unlock" onSubmit={open}>
      <h2>{t('lockedTitle')}</h2>
      <p>{t('lockedText')}</p>
      <label for="secret">{t(way === 'passphrase' ? 'passphrase' : 'recoveryCode')}</label>
      {way === 'passphrase' ? (
        <input {...looks} type="password" autocapitalize="off" />
      ) : (
        <input {...looks} type="text" autocapitalize="characters" />
      )}
      <p id="unlock-answer" role="alert" class={says === '' ? 'unseen' : 'notice'}>
        {says}
      </p>
      <p class="actions">
        <button type="submit" class="button" aria-disabled={trying}>
          {t(trying ? 'unlocking' : 'unlock')}
        </button>
        {ways.includes('passphrase') && ways.includes('recovery') && (
          <button
            type="button"
            class="link"
            onClick={() => {
              setAnswer(undefined);
              setTyped('');
              choose(way === 'passphrase' ? 'recovery' : 'passphrase');
            }}
          >
            {t(way === 'passphrase' ? 'useRecovery' : 'usePassphrase')}
          </button>
        )}
      </p>
      {ways.includes('passkey') && <PasskeyOpener journal={journal} passkeys={passkeys} leave={leave} />}
    </form>
  );
}
