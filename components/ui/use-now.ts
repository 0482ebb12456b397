import { useEffect, useState } from 'preact/hooks';
import { type Clock, MINUTE } from '../../utils/core/clock.ts';

/** The present, in ms since the epoch, told anew at each full minute while the view is there. */
export function useNow(clock: Clock): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(clock.now()), MINUTE - (now % MINUTE));
    return () => clearTimeout(timer);
  }, [clock, now]);
  return now;
}
