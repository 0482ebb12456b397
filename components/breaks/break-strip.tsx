import { useState } from 'preact/hooks';
import { dayIn } from '../../utils/breaks/record.ts';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../ui/words.tsx';
import type { BreakPorts } from './break-ports.ts';
import { Ring } from './ring.tsx';
import { StripActs } from './strip-acts.tsx';
import { type Breaks, useBreaks } from './use-breaks.ts';

/** The time since the last break, why nothing is suggested, and what can be done about either, at one click. */
export function BreakStrip({ ports }: { ports: BreakPorts }) {
  const now = useNow(ports.clock);
  const breaks = useBreaks(ports, now);
  return breaks?.settings.on === true ? <Strip ports={ports} breaks={breaks} now={now} /> : null;
}

function Strip({ ports, breaks: { status }, now }: { ports: BreakPorts; breaks: Breaks; now: number }) {
  const { t, formats } = useWords(breakWords);
  const [failed, setFailed] = useState(false);
  const { reasons, minutes, soon, due, taking } = status;
  const ending = (until: number): string =>
    dayIn(until, ports.personZone) === dayIn(now, ports.personZone)
      ? formats.time(until)
      : t('dayAndTime', { day: formats.weekday(until, now), time: formats.time(until) });
  const quiet = reasons.length > 0;
  const key = due && !quiet ? 'stripDue' : soon && !quiet ? 'stripSoon' : 'stripMinutes';
  return (
    <section class="break-strip" aria-label={t('breaks')}>
      <Ring fraction={status.fraction} />
      <div>
        <p>
          {taking === undefined
            ? t(key, { count: minutes })
            : t('stripTaking', { time: ending(taking.ends) })}
        </p>
        {reasons.map(({ kind, until }) => (
          <p key={kind} class="hint">
            {t(`quiet_${kind}`, { time: ending(until) })}
          </p>
        ))}
        <StripActs
          status={status}
          now={now}
          zone={ports.personZone}
          act={(what) =>
            void ports.act(what).then(
              () => setFailed(false),
              () => setFailed(true),
            )
          }
        />
        <p role="status" class={failed ? 'notice' : 'unseen'}>
          {failed ? t('actFailed') : ''}
        </p>
      </div>
    </section>
  );
}
