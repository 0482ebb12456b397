import type { Condition } from '../../utils/directory/condition.ts';
import { troubleWords } from '../../utils/i18n/en/troubles.ts';
import { useWords } from '../ui/words.tsx';

export type Trouble = Exclude<Condition, { kind: 'fetching' | 'fresh' }>;

/** What is wrong with one address's copy, what still works, and what to do. */
export function ConditionTrouble({ condition, now }: { condition: Trouble; now: number }) {
  const { t, formats } = useWords(troubleWords);
  switch (condition.kind) {
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
