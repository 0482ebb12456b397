import { useState } from 'preact/hooks';
import { DAY, HOUR, MINUTE } from '../../utils/core/clock.ts';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../ui/words.tsx';
import type { BreakPorts } from './break-ports.ts';
import { Ring } from './ring.tsx';
import { type Breaks, useBreaks } from './use-breaks.ts';

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

/** The time since the last break, why nothing is suggested, and what can be done about either, at one click. */
export function BreakStrip({ ports }: { ports: BreakPorts }) {
  const now = useNow(ports.clock);
  const breaks = useBreaks(ports, now);
  return breaks?.settings.on === true ? <Strip ports={ports} breaks={breaks} now={now} /> : null;
}

function Strip({ ports, breaks: { status }, now }: { ports: BreakPorts; breaks: Breaks; now: number }) {
  const { t, formats } = useWords(breakWords);
  const [pausing, setPausing] = useState(false);
  const [failed, setFailed] = useState(false);
  const act = (what: Parameters<BreakPorts['act']>[0]): void => {
    setPausing(false);
    ports.act(what).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  const { reasons, minutes, due, maySnooze } = status;
  const isHeld = reasons.some(({ kind }) => kind === 'meeting' || kind === 'paused');
  return (
    <section class="break-strip" aria-label={t('breaks')}>
      <Ring fraction={status.fraction} />
      <div>
        <p>{due ? t('stripDue', { count: minutes }) : t('stripMinutes', { count: minutes })}</p>
        {reasons.map(({ kind, until }) => (
          <p key={kind} class="hint">
            {t(`quiet_${kind}`, { time: formats.moment(until) })}
          </p>
        ))}
        <p class="break-acts">
          <button type="button" class="quiet" onClick={() => act({ kind: 'take', what: 'break' })}>
            {t('noticeTake')}
          </button>
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
          {isHeld ? (
            <button type="button" class="quiet" onClick={() => act({ kind: 'resume' })}>
              {t('resume')}
            </button>
          ) : (
            <>
              <button
                type="button"
                class="quiet"
                onClick={() => act({ kind: 'meeting', until: now + MEETING })}
              >
                {t('inMeeting')}
              </button>
              <button
                type="button"
                class="quiet"
                aria-expanded={pausing}
                onClick={() => setPausing(!pausing)}
              >
                {t('pause')}
              </button>
            </>
          )}
        </p>
        {pausing && (
          <p class="break-acts">
            {PAUSES.map((length) => (
              <button
                key={length}
                type="button"
                class="quiet"
                onClick={() => act({ kind: 'pause', until: now + length })}
              >
                {length < HOUR
                  ? t('forMinutes', { count: length / MINUTE })
                  : t('forHours', { count: length / HOUR })}
              </button>
            ))}
            <button
              type="button"
              class="quiet"
              onClick={() => act({ kind: 'pause', until: tomorrow(now, ports.personZone) })}
            >
              {t('untilTomorrow')}
            </button>
          </p>
        )}
        <p role="status" class={failed ? 'notice' : 'unseen'}>
          {failed ? t('actFailed') : ''}
        </p>
      </div>
    </section>
  );
}
