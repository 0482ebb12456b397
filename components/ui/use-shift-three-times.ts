import { useEffect, useRef } from 'preact/hooks';
import { type Clock, SECOND } from '../../utils/core/clock.ts';

const WITHIN = 2 * SECOND;

/**
 * Calls `leave` when Shift alone is pressed three times within two seconds, as on GOV.UK's pages that a
 * person may have to leave at once. Any other key in between starts the count anew.
 */
export function useShiftThreeTimes(leave: () => void, clock: Clock): void {
  const presses = useRef<number[]>([]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Shift') presses.current = [];
      else if (!event.repeat) {
        const now = clock.now();
        presses.current = [...presses.current.filter((at) => now - at <= WITHIN), now];
        if (presses.current.length >= 3) leave();
      }
    };
    document.addEventListener('keydown', pressed, { capture: true });
    return () => document.removeEventListener('keydown', pressed, { capture: true });
  }, [leave, clock]);
}
