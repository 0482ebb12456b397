import { useRef, useState } from 'preact/hooks';
import type { BreakAct } from '../../utils/breaks/events.ts';
import type { BreakState } from '../../utils/breaks/schema.ts';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { CrisisFoot } from '../ui/crisis-foot.tsx';
import { QuickExit } from '../ui/quick-exit.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../ui/words.tsx';
import { BreakChoice } from './break-choice.tsx';
import type { BreakPorts } from './break-ports.ts';
import { BreakView } from './break-view.tsx';
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

type Taking = NonNullable<BreakState['taking']>;

/** The window of a break: the break while it is taken and once it is over, else the choice to take one. */
export function BreakPage({ ports, country, setCountry, random, leave, openPopup }: BreakPageProps) {
  const now = useNow(ports.clock);
  const breaks = useBreaks(ports, now);
  const { t } = useWords(breakWords);
  const [failed, setFailed] = useState(false);
  const act = (what: BreakAct, then: () => void): void =>
    void ports.act(what).then(
      () => {
        setFailed(false);
        then();
      },
      () => setFailed(true),
    );
  const last = useRef<Taking>(undefined);
  const taking = breaks?.status.taking;
  if (taking !== undefined) last.current = taking;
  // The background counts a break and forgets it as it ends; here it ends kindly, until the person goes.
  const ran = last.current !== undefined && ports.clock.now() >= last.current.ends;
  // A window that was left open has the choice again once the next break is due.
  const asks = breaks?.state.taking === undefined && breaks?.status.due === true;
  const shown = taking ?? (ran && !asks ? last.current : undefined);
  return (
    <>
      <header class="top">
        <QuickExit leave={leave} clock={ports.clock} />
      </header>
      <main>
        {breaks !== undefined && shown !== undefined && (
          <BreakView
            key={shown.began}
            ends={shown.ends}
            eyes={shown.kind === 'eyes'}
            ownIdeas={breaks.settings.ownIdeas}
            clock={ports.clock}
            random={random}
            back={() => act({ kind: 'back' }, leave)}
            seeWhoIsFree={openPopup}
          />
        )}
        {breaks !== undefined && shown === undefined && (
          <BreakChoice
            status={breaks.status}
            take={() => act({ kind: 'take', what: 'break' }, () => undefined)}
            act={(what) => act(what, leave)}
            leave={leave}
          />
        )}
      </main>
      <p role="status" class={failed ? 'notice' : 'unseen'}>
        {failed ? t('actFailed') : ''}
      </p>
      <CrisisFoot country={country} setCountry={setCountry} now={now} />
    </>
  );
}
