import type { Trend } from '../../utils/journal/trends.ts';
import { MoodStrip } from './mood-strip.tsx';
import { useMeanWords } from './use-mean-words.ts';

export interface TrendRow {
  /** A weekday’s name, or a word that the person uses. */
  label: string;
  trend: Trend;
}

export interface TrendChartProps {
  caption: string;
  /** What the labels are: `Day of the week`. */
  heading: string;
  rows: readonly TrendRow[];
}

/**
 * Mean moods as points below each other, with the number of days that each stands on. The picture is a table
 * itself, so it reads the same to the eye and to a screen reader; where there are too few days, it says so.
 */
export function TrendChart({ caption, heading, rows }: TrendChartProps) {
  const { t, mean } = useMeanWords();
  if (rows.length === 0) return <p class="hint">{t('trendsNothing')}</p>;
  return (
    <table class="trend-chart">
      <caption>{caption}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">{t('tableMood')}</th>
          <th scope="col">{t('tableDays')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, trend }) => (
          <tr key={label}>
            <th scope="row" dir="auto">
              {label}
            </th>
            {trend.kind === 'told' ? (
              <>
                <td>
                  <MoodStrip mean={trend.mean} />
                  <span class="unseen">{mean(trend.mean)}</span>
                </td>
                <td class="hint">{t('daysCount', { count: trend.days })}</td>
              </>
            ) : (
              <td class="hint" colSpan={2}>
                {t('daysNeeded', { count: trend.days, needed: trend.needed })}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
