import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Clock } from '../../utils/core/clock.ts';
import { passkeyWords } from '../../utils/i18n/en/passkey.ts';
import type {
  PasskeyCeremony,
  PasskeyErrand,
  PasskeyTaken,
  PasskeyTrouble,
} from '../../utils/journal/passkey.ts';
import { QuickExit } from '../ui/quick-exit.tsx';
import { useWords } from '../ui/words.tsx';

export interface PasskeyWindowProps {
  /** Absent where no panel opened the window, or where that is gone. */
  errand: PasskeyErrand | undefined;
  ceremony: PasskeyCeremony;
  clock: Clock;
  /** What the window is called, and the passkey with it: it says nothing of a journal. */
  name: string;
  close: () => void;
  /** Whether the browser would ask at once: it does only where the window has the focus. */
  hasFocus: () => boolean;
}

type Moment =
  | { kind: 'before' | 'asking' | 'taking' | 'done' }
  | { kind: 'trouble'; why: PasskeyTrouble | Exclude<PasskeyTaken, 'done'> };

/** The window in which the browser asks for a passkey: why, what it takes, and what came of it. */
export function PasskeyWindow({ errand, ceremony, clock, name, close, hasFocus }: PasskeyWindowProps) {
  const { t } = useWords(passkeyWords);
  const [moment, setMoment] = useState<Moment>({ kind: 'before' });
  const running = useRef<(() => void) | undefined>(undefined);
  const next = useRef<HTMLButtonElement>(null);

  const run = useCallback(async (): Promise<void> => {
    if (errand === undefined || running.current !== undefined) return;
    running.current = () => undefined;
    setMoment({ kind: 'asking' });
    const known = await errand.known();
    const asking = errand.kind === 'add' ? ceremony.make(name, known) : ceremony.ask(known);
    running.current = asking.cancel;
    const answer = await asking.answer;
    running.current = undefined;
    if (answer.kind === 'none') return setMoment({ kind: 'trouble', why: answer.why });
    setMoment({ kind: 'taking' });
    const taken = await errand.take(answer.secret);
    answer.secret.prf.fill(0);
    if (taken !== 'done') return setMoment({ kind: 'trouble', why: taken });
    setMoment({ kind: 'done' });
    if (errand.kind === 'use') close();
  }, [errand, ceremony, name, close]);
  useEffect(() => {
    // Who wants in has pressed a button for it already.
    if (errand?.kind === 'use' && hasFocus()) void run();
    return () => running.current?.();
  }, [errand, run, hasFocus]);
  useEffect(() => next.current?.focus(), [moment]);

  const leave = useCallback((): void => {
    running.current?.();
    errand?.leave();
    close();
  }, [errand, close]);
  const adds = errand?.kind === 'add';
  const busy = moment.kind === 'asking' || moment.kind === 'taking';
  const over = errand === undefined || moment.kind === 'done';
  return (
    <>
      <header class="top">
        <h1>{name}</h1>
        <QuickExit leave={leave} clock={clock} />
      </header>
      <main class="moment">
        {errand === undefined ? <p>{t('passkeyAlone')}</p> : <h2>{t(adds ? 'passkeyAdd' : 'passkeyUse')}</h2>}
        {adds && moment.kind === 'before' && (
          <>
            <p>{t('passkeyAddIntro')}</p>
            <p>{t('passkeyNeeds')}</p>
            <p>{t('passkeyTwice')}</p>
            <p class="hint">{t('passkeySeen', { name })}</p>
          </>
        )}
        {errand?.kind === 'use' && moment.kind === 'before' && <p>{t('passkeyUseIntro')}</p>}
        <p role="status" class={moment.kind === 'done' ? 'notice' : busy ? undefined : 'unseen'}>
          {moment.kind === 'asking' && t(adds ? 'passkeyAskingTwice' : 'passkeyAsking')}
          {moment.kind === 'taking' && t('passkeyTaking')}
          {moment.kind === 'done' && t(adds ? 'passkeyAdded' : 'passkeyUsed')}
        </p>
        <p role="alert" class={moment.kind === 'trouble' ? 'notice' : 'unseen'}>
          {moment.kind === 'trouble' && t(`passkeyTrouble_${moment.why}`)}
        </p>
        {adds && moment.kind === 'trouble' && <p class="hint">{t('passkeyLeftOver', { name })}</p>}
        <p class="actions">
          {!over && !busy && (
            <button type="button" class="button" ref={next} onClick={() => void run()}>
              {t(moment.kind === 'trouble' ? 'passkeyAgain' : 'passkeyGoOn')}
            </button>
          )}
          {over ? (
            <button type="button" class="button" ref={next} onClick={close}>
              {t('passkeyClose')}
            </button>
          ) : (
            <button type="button" class="quiet" onClick={close}>
              {t('passkeyCancel')}
            </button>
          )}
        </p>
      </main>
    </>
  );
}
