import { useCallback, useMemo, useState } from 'preact/hooks';
import { createCalendarNames } from '../../utils/i18n/calendar-names.ts';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { weekStartOf } from '../../utils/journal/calendar.ts';
import { dayOf, moodDays } from '../../utils/journal/days.ts';
import { weekdayTrends, wordTrends } from '../../utils/journal/trends.ts';
import { useWords } from '../ui/words.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { MoodCalendar } from './mood-calendar.tsx';
import { TrendChart } from './trend-chart.tsx';
import { useKept } from './use-vault.ts';

export interface LookBackProps {
  ports: JournalPorts;
  change: number;
}

/** A calendar of moods, and how days of the week and what they were about have felt. */
export function LookBack({ ports, change }: LookBackProps) {
  const { t, formats } = useWords(journalWords);
  const { journal, clock, personZone } = ports;
  const [today] = useState(() => Temporal.PlainDate.from(dayOf({ at: clock.now(), zone: personZone })));
  const [shown, setShown] = useState(() => today.toPlainYearMonth());
  const all = useKept(
    useCallback(() => journal.all(), [journal]),
    change,
  );
  const entries = useMemo(
    () => (all ?? []).map(({ entry }) => entry).filter(({ trashed }) => trashed === undefined),
    [all],
  );
  const days = useMemo(() => moodDays(entries), [entries]);
  const names = useMemo(() => createCalendarNames(formats.locale), [formats]);
  const weekStart = weekStartOf(formats.locale);
  if (all === undefined) return null;
  if (days.length === 0) return <p class="hint">{t('lookBackNothing')}</p>;
  return (
    <>
      <p class="month-steps">
        <button type="button" class="quiet" onClick={() => setShown(shown.subtract({ months: 1 }))}>
          {t('monthBefore')}
        </button>
        <button
          type="button"
          class="quiet"
          disabled={Temporal.PlainYearMonth.compare(shown, today.toPlainYearMonth()) >= 0}
          onClick={() => setShown(shown.add({ months: 1 }))}
        >
          {t('monthAfter')}
        </button>
      </p>
      <MoodCalendar days={days} year={shown.year} month={shown.month} weekStart={weekStart} />
      <TrendChart
        caption={t('byWeekday')}
        heading={t('weekday')}
        rows={weekdayTrends(days, weekStart).map(({ weekday, trend }) => ({
          label: names.weekday(weekday),
          trend,
        }))}
      />
      <TrendChart
        caption={t('byAbout')}
        heading={t('about')}
        rows={wordTrends(entries, 'about').map(({ word, trend }) => ({ label: word, trend }))}
      />
    </>
  );
}
