import { useEffect, useState } from 'preact/hooks';
import { type Clock, MINUTE, SECOND } from '../../utils/core/clock.ts';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { useWords } from '../ui/words.tsx';

export interface CountdownProps {
  /** When the break ends, in ms since the epoch: after a sleep, or in a page that stood still, it is right at once. */
  ends: number;
  clock: Clock;
  over: () => void;
}

/** What is left of a break. A screen reader is told each full minute, and nothing in between. */
export function Countdown({ ends, clock, over }: CountdownProps) {
  const { t } = useWords(breakWords);
  const [now, setNow] = useState(() => clock.now());
  const left = Math.max(0, ends - now);
  useEffect(() => {
    if (left === 0) {
      over();
      return undefined;
    }
    const timer = setTimeout(() => setNow(clock.now()), left % SECOND || SECOND);
    return () => clearTimeout(timer);
  }, [left, clock, over]);
  const seconds = Math.ceil(left / SECOND);
  const minutes = Math.ceil(left / MINUTE);
  return (
    <>
      <p class="countdown" role="timer" aria-live="off">
        {t('countdown', {
          minutes: String(Math.floor(seconds / 60)),
          seconds: String(seconds % 60).padStart(2, '0'),
        })}
      </p>
      <p class="unseen" role="status">
        {left >= MINUTE ? t('minutesLeft', { count: minutes }) : ''}
      </p>
    </>
  );
}
