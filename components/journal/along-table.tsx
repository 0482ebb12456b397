import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { Difference, GoingAlong } from '../../utils/journal/insights.ts';
import { useWords } from '../ui/words.tsx';
import { MoodStrip } from './mood-strip.tsx';
import { useMeanWords } from './use-mean-words.ts';

function Differences({ caption, rows }: { caption: string; rows: readonly Difference[] }) {
  const { t } = useWords(journalWords);
  const { mean, t: words } = useMeanWords();
  if (rows.length === 0) return null;
  return (
    <table class="trend-chart">
      <caption>{caption}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{t('about')}</th>
          <th scope="col">{words('tableMood')}</th>
          <th scope="col">{words('tableDays')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ source, word, with: having, without }) => (
          <tr key={`${source} ${word}`}>
            <th scope="row" dir="auto">
              {source === 'tags' ? `#${word}` : word}
            </th>
            <td>
              <MoodStrip mean={having.mean} beside={without.mean} />
              <span class="unseen">
                {t('alongDays', { with: mean(having.mean), without: mean(without.mean) })}
              </span>
            </td>
            <td class="hint">{words('daysCount', { count: having.days })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What tends to go along with good and with hard days, or how many days that takes. */
export function AlongTable({ along }: { along: GoingAlong }) {
  const { t } = useWords(journalWords);
  if (along.kind === 'tooFew') {
    return <p class="hint">{t('alongTooFew', { count: along.days, needed: along.needed })}</p>;
  }
  const none = along.good.length + along.hard.length === 0;
  return (
    <>
      <Differences caption={t('alongGood')} rows={along.good} />
      <Differences caption={t('alongHard')} rows={along.hard} />
      <p class="hint">{t(none ? 'alongNone' : 'alongText')}</p>
    </>
  );
}
