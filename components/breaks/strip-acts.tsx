import { useEffect, useRef, useState } from 'preact/hooks';
import type { BreakAct } from '../../utils/breaks/events.ts';
import type { BreakStatus } from '../../utils/breaks/status.ts';
import { DAY, HOUR, MINUTE } from '../../utils/core/clock.ts';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { useWords } from '../ui/words.tsx';

/** Long enough for most meetings; a longer one is another click. */
const MEETING = HOUR;
const PAUSES = [30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR] as const;

/** The next morning at six, by the person's clock: who works on past midnight isn't asked at midnight. */
function tomorrow(now: number, zone: string): number {
  const there = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const next = there.toPlainDate().add({ days: there.hour < 6 ? 0 : 1 });
  const morning = next.toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(6) });
  return Math.min(morning.epochMilliseconds, now + 2 * DAY);
}

export interface StripActsProps {
  status: BreakStatus;
  now: number;
  /** The person's IANA time zone. */
  zone: string;
  act: (act: BreakAct) => void;
}

/** What can be done about breaks just now, each at one click; the lengths of a pause at another. */
export function StripActs({ status, now, zone, act }: StripActsProps) {
  const { t } = useWords(breakWords);
  const [pausing, setPausing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const hasActed = useRef(false);
  useEffect(() => {
    // What was pressed may be gone: whoever goes by keyboard goes on from here, and not from the top of the page.
    if (!hasActed.current || document.activeElement !== document.body) return;
    hasActed.current = false;
    place.current?.querySelector('button')?.focus();
  });
  const choose = (what: BreakAct): void => {
    setPausing(false);
    hasActed.current = true;
    act(what);
  };
  const button = (label: string, what: BreakAct) => (
    <button key={label} type="button" class="quiet" onClick={() => choose(what)}>
      {label}
    </button>
  );
  const { due, maySnooze, reasons, taking } = status;
  if (taking !== undefined) {
    return (
      <div ref={place}>
        <p class="break-acts">{button(t('back'), { kind: 'back' })}</p>
      </div>
    );
  }
  const asks = due && reasons.length === 0;
  const isHeld = reasons.some(({ kind }) => kind === 'meeting' || kind === 'paused');
  return (
    <div ref={place}>
      <p class="break-acts">
        {button(t('noticeTake'), { kind: 'take', what: 'break' })}
        {asks && maySnooze && button(t('noticeSnooze'), { kind: 'snooze' })}
        {asks && button(t('skip'), { kind: 'skip' })}
        {isHeld && button(t('resume'), { kind: 'resume' })}
        {!isHeld && button(t('inMeeting'), { kind: 'meeting', until: now + MEETING })}
        {!isHeld && (
          <button type="button" class="quiet" aria-expanded={pausing} onClick={() => setPausing(!pausing)}>
            {t('pause')}
          </button>
        )}
      </p>
      {pausing && (
        <p class="break-acts">
          {PAUSES.map((length) =>
            button(
              length < HOUR
                ? t('forMinutes', { count: length / MINUTE })
                : t('forHours', { count: length / HOUR }),
              { kind: 'pause', until: now + length },
            ),
          )}
          {button(t('untilTomorrow'), { kind: 'pause', until: tomorrow(now, zone) })}
        </p>
      )}
    </div>
  );
}
