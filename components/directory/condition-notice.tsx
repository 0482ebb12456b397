import { conditionOf } from '../../utils/directory/condition.ts';
import type { SourceSummary } from '../../utils/directory/view.ts';
import { later } from '../ui/later.tsx';
import { useWords } from '../ui/words.tsx';

const ConditionTrouble = later(async () => (await import('./condition-trouble.tsx')).ConditionTrouble);

/** How one address's copy stands: how old it is, what went wrong, and what to do. */
export function ConditionNotice({ source, now }: { source: SourceSummary; now: number }) {
  const { t, formats } = useWords();
  const condition = conditionOf(source, now);
  switch (condition.kind) {
    case 'fetching':
      return <p class="condition">{t('fetching')}</p>;
    case 'fresh':
      return <p class="condition">{t('checked', { ago: formats.ago(condition.checkedAt, now) })}</p>;
    default:
      return <ConditionTrouble condition={condition} now={now} />;
  }
}
