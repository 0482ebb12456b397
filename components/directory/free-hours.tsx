import type { Ally, WeeklyHours } from '../../utils/directory/schema.ts';
import { weekIn } from '../../utils/directory/week.ts';
import { cardWords } from '../../utils/i18n/en/card.ts';
import { useWords } from '../ui/words.tsx';

export interface FreeHoursProps {
  hours: readonly WeeklyHours[];
  away: Ally['away'];
  zone: string;
  personZone: string;
  now: number;
}

/** An ally's hours in the seven days from today, on the person's own clock. */
export function FreeHours({ hours, away, zone, personZone, now }: FreeHoursProps) {
  const { t, formats } = useWords(cardWords);
  const spans = weekIn(hours, away, zone, personZone, now);
  return (
    <>
      <table class="hours">
        <caption class="unseen">{t('cardFree')}</caption>
        <tbody>
          {spans.map(({ day, spans: inDay }) => (
            <tr key={day}>
              <th scope="row">{formats.weekday(day, now)}</th>
              <td>
                {inDay.map(({ from, until }) => `${formats.time(from)} – ${formats.time(until)}`).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {zone !== personZone && <p class="hint">{t('cardFreeZone')}</p>}
    </>
  );
}
