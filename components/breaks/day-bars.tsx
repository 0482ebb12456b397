import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { useWords } from '../ui/words.tsx';

/** What was counted over a day or a week. */
export interface Counted {
  /** `Friday, 20 November`, `16–22 November`. */
  label: string;
  /** For the eye, below the bar: `Fr`. */
  short: string;
  taken: number;
  natural: number;
  snoozed: number;
  skipped: number;
}

export interface DayBarsProps {
  caption: string;
  /** The oldest first. */
  rows: readonly Counted[];
}

const BAR = 18;
const GAP = 8;
const HEIGHT = 72;
const BELOW = 16;

/** Breaks as bars, taken ones below and natural ones above them, with all that was counted in a table. */
export function DayBars({ caption, rows }: DayBarsProps) {
  const { t, formats } = useWords(breakWords);
  const most = Math.max(1, ...rows.map(({ taken, natural }) => taken + natural));
  const width = rows.length * (BAR + GAP) - GAP;
  const heightOf = (count: number): number => (count / most) * HEIGHT;
  const any = rows.some(({ taken, natural, snoozed, skipped }) => taken + natural + snoozed + skipped > 0);
  return (
    <figure class="day-bars">
      <figcaption>{caption}</figcaption>
      {any ? (
        <>
          <svg viewBox={`0 0 ${width} ${HEIGHT + BELOW}`} width={width} aria-hidden="true" focusable="false">
            {rows.map(({ short, taken, natural }, index) => {
              const x = index * (BAR + GAP);
              const both = heightOf(taken + natural);
              return (
                <g key={x}>
                  <rect class="bar-none" x={x} y={HEIGHT - 1} width={BAR} height={1} />
                  <rect class="bar-natural" x={x} y={HEIGHT - both} width={BAR} height={heightOf(natural)} />
                  <rect
                    class="bar-taken"
                    x={x}
                    y={HEIGHT - heightOf(taken)}
                    width={BAR}
                    height={heightOf(taken)}
                  />
                  <text x={x + BAR / 2} y={HEIGHT + BELOW - 4} text-anchor="middle">
                    {short}
                  </text>
                </g>
              );
            })}
          </svg>
          <p class="hint">{t('barsHow')}</p>
          <details>
            <summary>{t('asTable')}</summary>
            <table>
              <caption class="unseen">{caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('countedWhen')}</th>
                  <th scope="col">{t('countedTaken')}</th>
                  <th scope="col">{t('countedNatural')}</th>
                  <th scope="col">{t('countedSnoozed')}</th>
                  <th scope="col">{t('countedSkipped')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ label, taken, natural, snoozed, skipped }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{formats.number(taken)}</td>
                    <td>{formats.number(natural)}</td>
                    <td>{formats.number(snoozed)}</td>
                    <td>{formats.number(skipped)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      ) : (
        <p class="hint">{t('countedNothing')}</p>
      )}
    </figure>
  );
}
