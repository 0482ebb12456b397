import { conditionOf } from '../../utils/directory/condition.ts';
import type { SourceSummary } from '../../utils/directory/view.ts';
import { useWords } from '../ui/words.tsx';

/** How one address's copy stands: how old it is, what went wrong, and what to do. */
export function ConditionNotice({ source, now }: { source: SourceSummary; now: number }) {
  const { t, formats } = useWords();
  const condition = conditionOf(source, now);
  switch (condition.kind) {
    case 'fetching':
      return <p class="condition">{t('fetching')}</p>;
    case 'fresh':
      return <p class="condition">{t('checked', { ago: formats.ago(condition.checkedAt, now) })}</p>;
    case 'stale':
      return <p class="notice">{t('stale', { ago: formats.ago(condition.checkedAt, now) })}</p>;
    case 'expired':
      return (
        <p class="notice">
          {t('expired', { date: formats.day(condition.expires) })}{' '}
          {t('checked', { ago: formats.ago(condition.checkedAt, now) })}
        </p>
      );
    case 'problem': {
      const { problem, copyFrom, url } = condition;
      const wantsPage = ['signIn', 'withheld', 'webPage'].includes(problem.kind);
      return (
        <p class="notice">
          {t(`problem_${problem.kind}`)}{' '}
          {copyFrom === undefined ? t('noCopy') : t('copyFrom', { ago: formats.ago(copyFrom, now) })}{' '}
          {wantsPage ? (
            <a class="button" href={url} target="_blank" rel="noopener noreferrer">
              {t('signInOpen')}
            </a>
          ) : (
            t('triesAgain')
          )}
        </p>
      );
    }
  }
}
