import { useState } from 'preact/hooks';
import type { Clock } from '../../utils/core/clock.ts';
import { CrisisFoot } from '../ui/crisis-foot.tsx';
import { QuickExit } from '../ui/quick-exit.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../ui/words.tsx';
import { greetingAt } from './greeting.ts';

export interface QuietCheckInPorts {
  clock: Clock;
  setCountry: (country: string) => Promise<void>;
  /** Opens the popup. Rejects where the browser doesn't let a page do so. */
  openPopup: () => Promise<void>;
  leave: () => void;
}

/** The side panel: a greeting, a way to somebody, and help at any hour at its foot. */
export function QuietCheckIn({ ports, country }: { ports: QuietCheckInPorts; country: string | undefined }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<string>();
  const [refused, setRefused] = useState(false);
  const now = useNow(ports.clock);
  const chooseCountry = (code: string): void => {
    setChosen(code);
    ports.setCountry(code).catch(() => undefined);
  };
  return (
    <>
      <header class="top">
        <h1>{t('title')}</h1>
        <QuickExit leave={ports.leave} clock={ports.clock} />
      </header>
      <main class="moment">
        <h2>{t(greetingAt(new Date(now).getHours()))}</h2>
        <p class="lead">{t('here')}</p>
        <p>{t('breath')}</p>
        <p>{t('word')}</p>
        <p>
          <button
            type="button"
            class="button"
            onClick={() => ports.openPopup().catch(() => setRefused(true))}
          >
            {t('seeWho')}
          </button>
        </p>
        <p role="status" class={refused ? 'notice' : 'unseen'}>
          {refused ? t('seeWhoFailed') : ''}
        </p>
        <p class="hint">{t('nothingKept')}</p>
      </main>
      <CrisisFoot country={chosen ?? country} setCountry={chooseCountry} now={now} />
    </>
  );
}
