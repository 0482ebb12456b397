import { useId, useState } from 'preact/hooks';
import { exchangeWords } from '../../utils/i18n/en/exchange.ts';
import { dayOf } from '../../utils/journal/days.ts';
import type { JournalPrefs } from '../../utils/journal/schema.ts';
import { useWords } from '../ui/words.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { type TakeOutFormat, takeOut, takeOutFormats } from './take-out-files.ts';

export interface TakeOutProps {
  ports: JournalPorts;
  prefs: JournalPrefs;
  /** How many records can't be read, and so won't be in it. */
  aside: number;
}

const SHORTEST = 10;
type Answer = 'tooShort' | 'differs' | 'failed' | 'done';

/** The journal as a file: sealed under a passphrase of its own, or in a form that other programs read. */
export function TakeOut({ ports, prefs, aside }: TakeOutProps) {
  const { t, formats } = useWords(exchangeWords);
  const { journal, clock, personZone } = ports;
  const [format, setFormat] = useState<TakeOutFormat>('backup');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [working, setWorking] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const id = useId();
  const sealed = format === 'backup';

  const run = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (working) return;
    if (sealed && [...first].length < SHORTEST) return setAnswer('tooShort');
    if (sealed && first !== second) return setAnswer('differs');
    setWorking(true);
    setAnswer(undefined);
    try {
      const entries = (await journal.all()).map(({ entry }) => entry);
      const now = clock.now();
      const day = dayOf({ at: now, zone: personZone });
      const outgoing = { entries, prefs, missing: aside };
      ports.saveFile(await takeOut(format, outgoing, { day, now, passphrase: first, backup: ports.backup }));
      if (sealed) await journal.changePrefs((before) => ({ ...before, lastBackup: now }));
      setFirst('');
      setSecond('');
      setAnswer('done');
    } catch {
      setAnswer('failed');
    }
    setWorking(false);
  };
  const passphrase = (label: string, name: string, value: string, set: (value: string) => void) => (
    <>
      <label for={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        type="password"
        autocomplete="new-password"
        value={value}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
    </>
  );
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('takeOut')}</h2>
      <p>{t('takeOutText')}</p>
      <p class="hint">
        {prefs.lastBackup === undefined
          ? t('lastBackupNone')
          : t('lastBackup', { moment: formats.moment(prefs.lastBackup) })}
      </p>
      <label class="check">
        <input
          type="checkbox"
          checked={prefs.backupReminders}
          onChange={({ currentTarget: { checked } }) =>
            void journal.changePrefs((before) => ({ ...before, backupReminders: checked }))
          }
        />
        {t('backupReminders')}
      </label>
      <form class="stacked" onSubmit={run}>
        <label for={`${id}-format`}>{t('takeOutAs')}</label>
        <select
          id={`${id}-format`}
          value={format}
          onChange={({ currentTarget }) => {
            setAnswer(undefined);
            setFormat(takeOutFormats.find((name) => name === currentTarget.value) ?? 'backup');
          }}
        >
          {takeOutFormats.map((name) => (
            <option key={name} value={name}>
              {t(`takeOut_${name}`)}
            </option>
          ))}
        </select>
        {sealed ? (
          <>
            {passphrase(t('backupPassphrase'), 'first', first, setFirst)}
            {passphrase(t('backupPassphraseAgain'), 'second', second, setSecond)}
            <p class="hint">{t('backupHint')}</p>
          </>
        ) : (
          <p class="notice">{t(format === 'csv' ? 'takeOutCsv' : 'takeOutPlain')}</p>
        )}
        {aside > 0 && <p class="notice">{t('takeOutPartial', { count: aside })}</p>}
        <button type="submit" class="button soft" aria-disabled={working}>
          {t(working ? 'takeOutWorking' : 'takeOutSave')}
        </button>
      </form>
      <p role="status" class={answer === undefined ? 'unseen' : 'notice'}>
        {answer === undefined ? '' : t(`takeOut_${answer}`)}
      </p>
    </section>
  );
}
