import { useMemo } from 'preact/hooks';
import { createCalendarNames } from '../../utils/i18n/calendar-names.ts';
import {
  type CalendarMonth,
  monthCalendar,
  type Weekday,
  weekdaysFrom,
  yearCalendar,
} from '../../utils/journal/calendar.ts';
import type { MoodDay } from '../../utils/journal/days.ts';
import { heightOf, MONTH_CELLS, MonthPicture, widthOf, YEAR_CELLS } from './month-picture.tsx';
import { useMeanWords } from './use-mean-words.ts';

export interface MoodCalendarProps {
  days: readonly MoodDay[];
  year: number;
  /** 1 to 12; without it the whole year is shown. */
  month?: number | undefined;
  /** With which day weeks begin. */
  weekStart: Weekday;
}

const HEADING = 18;
const BESIDE = 3;
const GAP = 20;

function OneMonth({ month, letters }: { month: CalendarMonth; letters: readonly string[] }) {
  const { side, gap } = MONTH_CELLS;
  const height = HEADING + heightOf(month.weeks.length, MONTH_CELLS);
  return (
    <svg
      class="calendar month"
      viewBox={`-1 -1 ${widthOf(MONTH_CELLS) + 2} ${height + 2}`}
      aria-hidden="true"
    >
      {letters.map((letter, column) => (
        <text
          key={column}
          class="calendar-heading"
          x={column * (side + gap) + side / 2}
          y="10"
          text-anchor="middle"
        >
          {letter}
        </text>
      ))}
      <MonthPicture month={month} size={MONTH_CELLS} numbered y={HEADING} />
    </svg>
  );
}

function WholeYear({ months, names }: { months: readonly CalendarMonth[]; names: readonly string[] }) {
  const across = widthOf(YEAR_CELLS) + GAP;
  // Six weeks, the most that a month can have.
  const down = HEADING + heightOf(6, YEAR_CELLS) + GAP / 2;
  const rows = Math.ceil(months.length / BESIDE);
  return (
    <svg
      class="calendar year"
      viewBox={`-1 -1 ${across * BESIDE - GAP + 2} ${down * rows + 2}`}
      aria-hidden="true"
    >
      {months.map((month, index) => {
        const x = (index % BESIDE) * across;
        const y = Math.floor(index / BESIDE) * down;
        return (
          <g key={month.month}>
            <text class="calendar-heading" x={x} y={y + 10}>
              {names[index]}
            </text>
            <MonthPicture month={month} size={YEAR_CELLS} numbered={false} x={x} y={y + HEADING} />
          </g>
        );
      })}
    </svg>
  );
}

/**
 * A month or a year of moods: each day with a check-in is a cell that is filled the further, the better the day
 * was, so that it reads without colour. All of it stands in a table below, for everybody who would rather read it.
 */
export function MoodCalendar({ days, year, month, weekStart }: MoodCalendarProps) {
  const { t, formats, mean } = useMeanWords();
  const names = useMemo(() => createCalendarNames(formats.locale), [formats.locale]);
  const months =
    month === undefined ? yearCalendar(days, year, weekStart) : [monthCalendar(days, year, month, weekStart)];
  const felt = months
    .flatMap(({ weeks }) => weeks.flat())
    .map((cell) => cell?.mood)
    .filter((mood) => mood !== undefined);
  const period = month === undefined ? String(year) : names.monthOfYear(year, month);
  const [first] = months;
  return (
    <figure class="mood-calendar">
      <figcaption>
        {felt.length === 0
          ? t('calendarNothing', { period })
          : t('calendarSays', { period, count: felt.length })}
      </figcaption>
      {month !== undefined && first !== undefined ? (
        <OneMonth month={first} letters={weekdaysFrom(weekStart).map(names.weekdayLetter)} />
      ) : (
        <WholeYear months={months} names={months.map((one) => names.month(one.month))} />
      )}
      {felt.length > 0 && <p class="hint">{t('calendarHow')}</p>}
      {felt.length > 0 && (
        <details>
          <summary>{t('asTable')}</summary>
          <table>
            <caption class="unseen">{period}</caption>
            <thead>
              <tr>
                <th scope="col">{t('tableDay')}</th>
                <th scope="col">{t('tableMood')}</th>
                <th scope="col">{t('tableCheckIns')}</th>
              </tr>
            </thead>
            <tbody>
              {felt.map((day) => (
                <tr key={day.day}>
                  <th scope="row">{formats.day(day.day)}</th>
                  <td>{mean(day.mean)}</td>
                  <td>{formats.number(day.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </figure>
  );
}
