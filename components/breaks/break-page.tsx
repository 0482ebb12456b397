import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { CrisisFoot } from '../ui/crisis-foot.tsx';
import { QuickExit } from '../ui/quick-exit.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../ui/words.tsx';
import type { BreakPorts } from './break-ports.ts';
import { BreakView } from './break-view.tsx';
import { Ring } from './ring.tsx';
import { useBreaks } from './use-breaks.ts';

export interface BreakPageProps {
  ports: BreakPorts;
  country: string | undefined;
  setCountry: (country: string) => void;
  /** From 0 up to 1. */
  random: () => number;
  /** Closes the window. */
  leave: () => void;
  openPopup: () => Promise<void>;
}

/** The window of a break: the break while it is taken, else the choice to take one. */
export function BreakPage({ ports, country, setCountry, random, leave, openPopup }: BreakPageProps) {
  const { t } = useWords(breakWords);
  const now = useNow(ports.clock);
  const breaks = useBreaks(ports, now);
  const act = (what: Parameters<BreakPorts['act']>[0]): void => void ports.act(what).then(leave, leave);
  return (
    <>
      <header class="top">
        <QuickExit leave={leave} clock={ports.clock} />
      </header>
      <main>
        {breaks?.status.taking !== undefined && (
          <BreakView
            ends={breaks.status.taking.ends}
            eyes={breaks.status.taking.kind === 'eyes'}
            ownIdeas={breaks.settings.ownIdeas}
            clock={ports.clock}
            random={random}
            back={() => act({ kind: 'back' })}
            seeWhoIsFree={openPopup}
          />
        )}
        {breaks !== undefined && breaks.status.taking === undefined && (
          <section class="break" aria-labelledby="break-title">
            <h1 id="break-title">{t(breaks.status.due ? 'notice_break' : 'breakTitle')}</h1>
            <Ring fraction={breaks.status.fraction} />
            <p>{t('stripMinutes', { count: breaks.status.minutes })}</p>
            <button
              type="button"
              class="button"
              onClick={() => void ports.act({ kind: 'take', what: 'break' })}
            >
              {t('noticeTake')}
            </button>
            <p class="break-acts">
              {breaks.status.maySnooze && breaks.status.due && (
                <button type="button" class="quiet" onClick={() => act({ kind: 'snooze' })}>
                  {t('noticeSnooze')}
                </button>
              )}
              {breaks.status.due && (
                <button type="button" class="quiet" onClick={() => act({ kind: 'skip' })}>
                  {t('skip')}
                </button>
              )}
              <button type="button" class="quiet" onClick={leave}>
                {t('notNow')}
              </button>
            </p>
          </section>
        )}
      </main>
      <CrisisFoot country={country} setCountry={setCountry} now={now} />
    </>
  );
}
