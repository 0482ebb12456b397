import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { HOUR } from '../../utils/core/clock.ts';
import type { DirectoryView } from '../../utils/directory/view.ts';
import { CrisisFoot } from '../ui/crisis-foot.tsx';
import { later } from '../ui/later.tsx';
import { QuickExit } from '../ui/quick-exit.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../ui/words.tsx';
import { Browse } from './browse.tsx';
import type { ReachPorts } from './reach-ports.ts';

const NoDirectory = later(async () => (await import('./no-directory.tsx')).NoDirectory);

/** A view older than this is built anew behind the one that is shown. */
const VIEW_SERVES_FOR = HOUR / 2;

const isSameView = (one: DirectoryView | undefined | 'failed', other: DirectoryView | undefined): boolean =>
  one !== 'failed' && one?.builtAt === other?.builtAt;

export interface ReachProps {
  ports: ReachPorts;
  /** The view as it was read before anything was painted; `failed` where the browser refused. */
  initial: DirectoryView | undefined | 'failed';
  /** A guess to go by until the view says better. */
  guessedCountry: string | undefined;
  /** How breaks stand, above the way to the check-in. */
  strip?: ComponentChildren;
}

/** The popup: who can listen now, what else helps, and help at any hour at its foot. */
export function Reach({ ports, initial, guessedCountry, strip }: ReachProps) {
  const { t } = useWords();
  const [view, setView] = useState(initial);
  const [country, setCountry] = useState<string>();
  const now = useNow(ports.clock);

  const reread = useCallback(() => {
    ports.readView().then(
      (read) => setView(read),
      () => setView('failed'),
    );
  }, [ports]);
  useEffect(() => {
    const end = ports.watchView(reread);
    // What was built between the first reading and the watch was announced to nobody.
    ports.readView().then(
      (read) => setView((before) => (isSameView(before, read) ? before : read)),
      () => undefined,
    );
    return end;
  }, [ports, reread]);
  useEffect(() => {
    const old =
      initial === undefined ||
      (initial !== 'failed' && ports.clock.now() - initial.builtAt > VIEW_SERVES_FOR);
    if (old) ports.rebuildView().then(reread, () => undefined);
  }, [ports, initial, reread]);

  const known = view === 'failed' ? undefined : view;
  const chooseCountry = (code: string): void => {
    setCountry(code);
    ports.setCountry(code).catch(() => undefined);
  };
  return (
    <>
      <header class="top">
        <h1>{t('title')}</h1>
        <button type="button" class="quiet" onClick={ports.openSettings}>
          {t('settings')}
        </button>
        <QuickExit leave={ports.leave} clock={ports.clock} />
      </header>
      {known?.sample === true && (
        <aside class="banner">
          {t('sampleBanner')}{' '}
          <button type="button" class="link" onClick={() => void ports.setSample(false)}>
            {t('sampleEnd')}
          </button>
        </aside>
      )}
      {known?.environment === 'test' && !known.sample && <aside class="banner">{t('testBanner')}</aside>}
      {known !== undefined && known.sources.length > 0 ? (
        <Browse view={known} country={country ?? known.country} now={now} ports={ports} />
      ) : (
        <main class="scroller" data-scroller>
          {view === 'failed' ? (
            <p class="notice">{t('storageFailed')}</p>
          ) : (
            <NoDirectory addAddress={ports.openSettings} useSample={() => void ports.setSample(true)} />
          )}
        </main>
      )}
      {strip}
      <footer class="check-in">
        <button type="button" class="button soft" onClick={ports.openPanel}>
          {t('checkIn')}
        </button>
        <span class="hint">{t('checkInHint')}</span>
      </footer>
      <CrisisFoot
        country={country ?? known?.country ?? guessedCountry}
        setCountry={chooseCountry}
        now={now}
      />
    </>
  );
}
