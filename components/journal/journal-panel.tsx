import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { journalPrefsSchema } from '../../utils/journal/schema.ts';
import { CrisisFoot } from '../ui/crisis-foot.tsx';
import { QuickExit } from '../ui/quick-exit.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../ui/words.tsx';
import { Entries } from './entries.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { Keeping } from './keeping.tsx';
import { LookBack } from './look-back.tsx';
import { Today } from './today.tsx';
import { Unlock } from './unlock.tsx';
import { Unusable } from './unusable.tsx';
import { useBreakCounts } from './use-break-counts.ts';
import { useTidy } from './use-tidy.ts';
import { useKept, useVault } from './use-vault.ts';

const VIEWS = ['Today', 'Entries', 'LookBack', 'Keeping'] as const;
type View = (typeof VIEWS)[number];
const NO_PREFS = journalPrefsSchema.parse({});

export interface JournalPanelProps {
  ports: JournalPorts;
  country: string | undefined;
  /** How breaks stand, above the help at the foot. */
  strip?: ComponentChildren;
}

/** The side panel: the quiet check-in and the journal, and help at any hour at its foot, locked or not. */
export function JournalPanel({ ports, country, strip }: JournalPanelProps) {
  const { t } = useWords(journalWords);
  const { journal } = ports;
  const { vault, change } = useVault(journal);
  const now = useNow(ports.clock);
  const [chosen, setChosen] = useState<string>();
  const [view, setView] = useState<View>('Today');
  const [erased, setErased] = useState<'gone' | 'failed'>();
  const prefs =
    useKept(
      useCallback(() => journal.prefs(), [journal]),
      `${vault.kind} ${change}`,
    ) ?? NO_PREFS;
  useEffect(() => void journal.start(), [journal]);
  useTidy(ports, vault.kind === 'open');
  useBreakCounts(journal, ports.breakCounts, vault.kind === 'open');

  const canLock = vault.kind === 'open' && vault.ways.some((way) => way !== 'device');
  const leave = useCallback((): void => {
    if (!canLock) {
      ports.leave();
      return;
    }
    // Nobody sees it while what was being written is saved, which a page that is closed can't do any more.
    document.documentElement.hidden = true;
    void journal.lock().finally(ports.leave);
  }, [canLock, journal, ports]);
  const erase = useCallback(async (): Promise<void> => {
    setErased(await journal.erase());
    setView('Today');
  }, [journal]);
  const chooseCountry = (code: string): void => {
    setChosen(code);
    ports.setCountry(code).catch(() => undefined);
  };
  return (
    <>
      <header class="top">
        <h1>{t('title')}</h1>
        {canLock && (
          <button
            type="button"
            class="quiet"
            aria-keyshortcuts="Alt+Shift+L"
            onClick={() => void journal.lock()}
          >
            {t('lock')}
          </button>
        )}
        <QuickExit leave={leave} clock={ports.clock} />
      </header>
      {vault.kind === 'open' && (
        <nav class="views" aria-label={t('views')}>
          {VIEWS.map((name) => (
            <button
              key={name}
              type="button"
              aria-current={view === name ? 'page' : undefined}
              onClick={() => {
                setErased(undefined);
                setView(name);
              }}
            >
              {t(`view${name}`)}
            </button>
          ))}
        </nav>
      )}
      <main class="moment">
        <p role="status" class={erased === undefined ? 'unseen' : 'notice'}>
          {erased !== undefined && t(erased === 'gone' ? 'erased' : 'eraseFailed')}
        </p>
        {vault.kind === 'locked' && (
          <Unlock journal={journal} ways={vault.ways} passkeys={ports.passkeys} leave={ports.leave} />
        )}
        {vault.kind === 'unusable' && (
          <Unusable reason={vault.reason} ports={ports} erase={() => void erase()} />
        )}
        {vault.kind === 'open' && view === 'Today' && (
          <Today ports={ports} prefs={prefs} change={change} makeBackup={() => setView('Keeping')} />
        )}
        {vault.kind === 'open' && view === 'Entries' && (
          <Entries ports={ports} prefs={prefs} change={change} />
        )}
        {vault.kind === 'open' && view === 'LookBack' && (
          <LookBack ports={ports} prefs={prefs} change={change} />
        )}
        {vault.kind === 'open' && view === 'Keeping' && (
          <Keeping ports={ports} vault={vault} prefs={prefs} change={change} erase={() => void erase()} />
        )}
      </main>
      {strip}
      <CrisisFoot country={chosen ?? country} setCountry={chooseCountry} now={now} />
    </>
  );
}
