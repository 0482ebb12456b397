import type { SourceState } from '../../utils/directory/source.ts';
import { useWords } from '../ui/words.tsx';

/** The records that could not be used, each with where it stands and why. */
export function SetAside({ states }: { states: readonly SourceState[] }) {
  const { t } = useWords();
  const rejections = states.flatMap(({ copy }) => copy?.rejections ?? []);
  const count = states.reduce((sum, { copy }) => sum + (copy?.rejectionCount ?? 0), 0);
  return (
    <section aria-labelledby="aside-title">
      <h3 id="aside-title">{t('asideTitle')}</h3>
      {rejections.length === 0 ? (
        <p class="hint">{t('asideNone')}</p>
      ) : (
        <>
          <p class="hint">{t('asideText')}</p>
          <table class="facts">
            <thead>
              <tr>
                <th scope="col">{t('asidePath')}</th>
                <th scope="col">{t('asideReason')}</th>
              </tr>
            </thead>
            <tbody>
              {rejections.map(({ path, code }) => (
                <tr key={`${path} ${code}`}>
                  <td>
                    <code>{path}</code>
                  </td>
                  <td>{t(`reason_${code}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {count > rejections.length && (
            <p class="hint">{t('asideMore', { count: count - rejections.length })}</p>
          )}
        </>
      )}
    </section>
  );
}
