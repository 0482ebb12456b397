import { useCallback } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { Journal } from '../../utils/journal/ports.ts';
import { useWords } from '../ui/words.tsx';
import { useKept } from './use-vault.ts';

export interface AsideListProps {
  journal: Pick<Journal, 'aside'>;
  count: number;
  change: number;
}

/** The records that couldn't be read, by the ids that they are stored under. They stay where they are. */
export function AsideList({ journal, count, change }: AsideListProps) {
  const { t } = useWords(journalWords);
  const aside = useKept(
    useCallback(() => journal.aside(), [journal]),
    change,
  );
  return (
    <section aria-labelledby="aside-title">
      <h2 id="aside-title">{t('asideTitle')}</h2>
      <p class="notice">{t('unreadable', { count })}</p>
      <details>
        <summary>{t('asideWhich')}</summary>
        <ul class="plain hint">
          {(aside ?? []).map(({ id }) => (
            <li key={id}>
              <code dir="ltr">{id}</code>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
