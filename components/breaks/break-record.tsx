import type { CountedDay } from '../../utils/breaks/schema.ts';
import { lastSevenDays, lastTwelveWeeks } from '../../utils/breaks/weeks.ts';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { useWords } from '../ui/words.tsx';
import { DayBars } from './day-bars.tsx';

export interface BreakRecordProps {
  record: readonly CountedDay[];
  /** As `2026-11-20`. */
  today: string;
  /** Hands it to the person as a file. */
  save: () => void;
  remove: () => void;
}

/** What was counted of breaks: the last week, and twelve of them. */
export function BreakRecord({ record, today, save, remove }: BreakRecordProps) {
  const { t, formats } = useWords(breakWords);
  const short = new Intl.DateTimeFormat(formats.locale, { weekday: 'narrow', timeZone: 'UTC' });
  const number = new Intl.DateTimeFormat(formats.locale, { day: 'numeric', timeZone: 'UTC' });
  if (record.length === 0) return <p class="hint">{t('recordNothing')}</p>;
  return (
    <>
      <DayBars
        caption={t('recordWeek')}
        rows={lastSevenDays(record, today).map((day) => ({
          ...day,
          label: formats.day(day.day),
          short: short.format(Date.parse(day.day)),
        }))}
      />
      <DayBars
        caption={t('recordWeeks')}
        rows={lastTwelveWeeks(record, today).map((week) => ({
          ...week,
          label: t('recordFromTo', { first: formats.day(week.first), last: formats.day(week.last) }),
          short: number.format(Date.parse(week.first)),
        }))}
      />
      <p class="hint">{t('recordText')}</p>
      <p class="break-acts">
        <button type="button" class="quiet" onClick={save}>
          {t('recordSave')}
        </button>
        <button type="button" class="quiet" onClick={remove}>
          {t('recordRemove')}
        </button>
      </p>
    </>
  );
}
