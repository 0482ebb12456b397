import { useEffect, useState } from 'preact/hooks';
import { useWords } from './words.tsx';

const SHOWN_FOR = 2500;

export type CopyText = (text: string) => Promise<void>;

/** Copies `text`, and says whether that worked. `what` names it for a screen reader. */
export function CopyButton({ text, what, copy }: { text: string; what: string; copy: CopyText }) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();
  useEffect(() => {
    if (outcome !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);
  const run = (): void => {
    copy(text).then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    );
  };
  return (
    <span class="copy">
      <button type="button" class="quiet" aria-label={t('copyOf', { what })} onClick={run}>
        {outcome === 'copied' ? t('copied') : t('copy')}
      </button>
      <span role="status" class={outcome === 'copyFailed' ? 'copy-failed' : 'unseen'}>
        {outcome === undefined ? '' : t(outcome)}
      </span>
    </span>
  );
}
