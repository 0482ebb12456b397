import type { BreakAct } from '../../utils/breaks/events.ts';
import type { BreakStatus } from '../../utils/breaks/status.ts';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { useWords } from '../ui/words.tsx';
import { Ring } from './ring.tsx';

export interface BreakChoiceProps {
  status: BreakStatus;
  /** Begins a break in this window. */
  take: () => void;
  /** Does what ends the question, and closes the window. */
  act: (act: BreakAct) => void;
  /** Closes the window. */
  leave: () => void;
}

/** To take a break, to put it off, or neither: what a click on a notice opens where notices have no buttons. */
export function BreakChoice({
  status: { due, fraction, minutes, maySnooze },
  take,
  act,
  leave,
}: BreakChoiceProps) {
  const { t } = useWords(breakWords);
  return (
    <section class="break" aria-labelledby="break-title">
      <h1 id="break-title">{t(due ? 'notice_break' : 'breakTitle')}</h1>
      <Ring fraction={fraction} />
      <p>{t('stripMinutes', { count: minutes })}</p>
      <button type="button" class="button" onClick={take}>
        {t('noticeTake')}
      </button>
      <p class="break-acts">
        {due && maySnooze && (
          <button type="button" class="quiet" onClick={() => act({ kind: 'snooze' })}>
            {t('noticeSnooze')}
          </button>
        )}
        {due && (
          <button type="button" class="quiet" onClick={() => act({ kind: 'skip' })}>
            {t('skip')}
          </button>
        )}
        <button type="button" class="quiet" onClick={leave}>
          {t('notNow')}
        </button>
      </p>
    </section>
  );
}
