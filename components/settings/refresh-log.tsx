import type { LogEntry } from '../../utils/directory/source.ts';
import { troubleWords } from '../../utils/i18n/en/troubles.ts';
import { useWords } from '../ui/words.tsx';

/** What came of the last refreshes. */
export function RefreshLog({ log }: { log: readonly LogEntry[] }) {
  const { t, formats } = useWords(troubleWords);
  const outcome = (entry: LogEntry): string =>
    entry.outcome === 'updated' || entry.outcome === 'unchanged'
      ? t(`outcome_${entry.outcome}`)
      : t(`problem_${entry.outcome}`);
  return (
    <section aria-labelledby="log-title">
      <h3 id="log-title">{t('logTitle')}</h3>
      {log.length === 0 ? (
        <p class="hint">{t('logEmpty')}</p>
      ) : (
        <table class="facts">
          <thead>
            <tr>
              <th scope="col">{t('logWhen')}</th>
              <th scope="col">{t('logWhat')}</th>
              <th scope="col">{t('logSize')}</th>
            </tr>
          </thead>
          <tbody>
            {log.map((entry) => (
              <tr key={`${entry.at} ${entry.url}`}>
                <td>{formats.moment(entry.at)}</td>
                <td>{outcome(entry)}</td>
                <td>{t('kilobytes', { size: formats.number(Math.ceil(entry.bytes / 1000)) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
