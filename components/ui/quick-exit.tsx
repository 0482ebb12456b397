import type { Clock } from '../../utils/core/clock.ts';
import { useShiftThreeTimes } from './use-shift-three-times.ts';
import { useWords } from './words.tsx';

/** A button that closes the view at once; Shift three times does the same. */
export function QuickExit({ leave, clock }: { leave: () => void; clock: Clock }) {
  const { t } = useWords();
  useShiftThreeTimes(leave, clock);
  return (
    <button type="button" class="quick-exit" title={t('leaveHint')} onClick={leave}>
      {t('leave')}
    </button>
  );
}
