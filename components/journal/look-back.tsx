import { useCallback, useMemo } from 'preact/hooks';
import { createCalendarNames } from '../../utils/i18n/calendar-names.ts';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { weekStartOf } from '../../utils/journal/calendar.ts';
import { moodDays } from '../../utils/journal/days.ts';
import { goingAlong } from '../../utils/journal/insights.ts';
import type { JournalPrefs } from '../../utils/journal/schema.ts';
import { weekdayTrends, wordTrends } from '../../utils/journal/trends.ts';
import { FEWEST_DAYS_FOR_USUAL } from '../../utils/journal/usual.ts';
import { useWords } from '../ui/words.tsx';
import { AlongTable } from './along-table.tsx';
import { BreaksTaken } from './breaks-taken.tsx';
import { CalendarSteps } from './calendar-steps.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { TrendChart } from './trend-chart.tsx';
import { useKept } from './use-vault.ts';

/** As many topics as are told: the rarest of a long list say little. */
const TOPICS = 12;

export interface LookBackProps {
  ports: JournalPorts;
  prefs: JournalPrefs;
  change: number;
}

/** A calendar of moods, how days of the week and topics have felt, and what went along with good and hard days. */
export function LookBack({ ports, prefs, change }: LookBackProps) {
  const { t, formats } = useWords(journalWords);
  const { journal, clock, personZone } = ports;
  const all = useKept(
    useCallback(() => journal.all(), [journal]),
    change,
  );
  const entries = useMemo(
    () => (all ?? []).map(({ entry }) => entry).filter(({ trashed }) => trashed === undefined),
    [all],
  );
  const days = useMemo(() => moodDays(entries), [entries]);
  const along = useMemo(() => goingAlong(entries), [entries]);
  const topics = useMemo(() => wordTrends(entries, 'about').slice(0, TOPICS), [entries]);
  const names = useMemo(() => createCalendarNames(formats.locale), [formats]);
  const weekStart = weekStartOf(formats.locale);
  if (all === undefined) return null;
  if (days.length === 0) {
    return (
      <>
        <p class="hint">{t('lookBackNothing')}</p>
        {ports.breakCounts !== undefined && <BreaksTaken ports={ports} prefs={prefs} />}
      </>
    );
  }
  return (
    <>
      <CalendarSteps days={days} weekStart={weekStart} clock={clock} personZone={personZone} />
      <TrendChart
        caption={t('byWeekday')}
        heading={t('weekday')}
        rows={weekdayTrends(days, weekStart).map(({ weekday, trend }) => ({
          label: names.weekday(weekday),
          trend,
        }))}
      />
      {topics.length > 0 && (
        <TrendChart
          caption={t('byAbout')}
          heading={t('about')}
          rows={topics.map(({ word, trend }) => ({ label: word, trend }))}
        />
      )}
      <AlongTable along={along} />
      <label class="check">
        <input
          type="checkbox"
          checked={prefs.lowerThanUsual}
          aria-describedby="lately-hint"
          onChange={({ currentTarget: { checked } }) =>
            void journal.changePrefs((before) => ({ ...before, lowerThanUsual: checked }))
          }
        />
        {t('latelyOn')}
      </label>
      <p id="lately-hint" class="hint">
        {t('latelyHint', { days: FEWEST_DAYS_FOR_USUAL })}
      </p>
      {ports.breakCounts !== undefined && <BreaksTaken ports={ports} prefs={prefs} />}
    </>
  );
}
