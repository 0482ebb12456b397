import { conditionOf, isPressing } from '../../utils/directory/condition.ts';
import type { SourceSummary } from '../../utils/directory/view.ts';
import { ConditionNotice } from './condition-notice.tsx';

export interface ConditionsProps {
  sources: readonly SourceSummary[];
  now: number;
  /** Whether these are shown before the list, or after it. */
  before: boolean;
}

/** How the addresses' copies stand: what is pressing before the list, and the rest after it. */
export function Conditions({ sources, now, before }: ConditionsProps) {
  const shown = sources.filter((source) => isPressing(conditionOf(source, now)) === before);
  if (shown.length === 0) return null;
  return (
    <div class="conditions">
      {shown.map((source) => (
        <ConditionNotice key={source.url} source={source} now={now} />
      ))}
    </div>
  );
}
