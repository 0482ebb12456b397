import { useState } from 'preact/hooks';
import type { Clock } from '../../utils/core/clock.ts';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { Weekday } from '../../utils/journal/calendar.ts';
import { dayOf, type MoodDay } from '../../utils/journal/days.ts';
import { useWords } from '../ui/words.tsx';
import { MoodCalendar } from './mood-calendar.tsx';

export interface CalendarStepsProps {
  days: readonly MoodDay[];
  weekStart: Weekday;
  clock: Clock;
  personZone: string;
}

/** The calendar of moods, a month or a year at a time, never past the present. */
export function CalendarSteps({ days, weekStart, clock, personZone }: CalendarStepsProps) {
  const { t } = useWords(journalWords);
  const [present] = useState(() =>
    Temporal.PlainDate.from(dayOf({ at: clock.now(), zone: personZone })).toPlainYearMonth(),
  );
  const [shown, setShown] = useState(present);
  const [span, setSpan] = useState<'month' | 'year'>('month');
  const step = span === 'month' ? { months: 1 } : { years: 1 };
  const after = shown.add(step);
  const isLast =
    span === 'month' ? Temporal.PlainYearMonth.compare(after, present) > 0 : after.year > present.year;
  return (
    <>
      <p class="month-steps">
        <button type="button" class="quiet" onClick={() => setShown(shown.subtract(step))}>
          {t(`before_${span}`)}
        </button>
        <button type="button" class="quiet" disabled={isLast} onClick={() => setShown(after)}>
          {t(`after_${span}`)}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setSpan(span === 'month' ? 'year' : 'month');
            // A month of this year that is still to come is none to go back to.
            if (Temporal.PlainYearMonth.compare(shown, present) > 0) setShown(present);
          }}
        >
          {t(span === 'month' ? 'showYear' : 'showMonth')}
        </button>
      </p>
      <MoodCalendar
        days={days}
        year={shown.year}
        month={span === 'month' ? shown.month : undefined}
        weekStart={weekStart}
      />
    </>
  );
}
