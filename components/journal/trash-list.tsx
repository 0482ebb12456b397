import { useEffect } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { useWords } from '../ui/words.tsx';
import { EntryList } from './entry-list.tsx';
import type { Found } from './use-found.ts';
import type { Undo } from './use-undo.ts';

export interface TrashListProps {
  found: Found;
  act: Undo['act'];
  open: (id: string) => void;
}

/** What lies in the trash, to be read, put back, or removed for good before its time. */
export function TrashList({ found: { all, want }, act, open }: TrashListProps) {
  const { t } = useWords(journalWords);
  useEffect(want, [want]);
  if (all === undefined) return null;
  const thrown = all
    .filter(({ entry }) => entry.trashed !== undefined)
    .sort((a, b) => (b.entry.trashed ?? 0) - (a.entry.trashed ?? 0));
  const before = thrown.map(({ entry }) => entry);
  return (
    <>
      <h2>{t('showTrash')}</h2>
      <p class="hint">{t(thrown.length === 0 ? 'trashEmpty' : 'trashText')}</p>
      <EntryList entries={thrown} label={t('showTrash')} open={open} />
      {thrown.length > 0 && (
        <p>
          <button
            type="button"
            class="button soft"
            onClick={() =>
              void act({
                step: { save: [], remove: before.map(({ id }) => id) },
                before,
                says: t('removedNow', { count: before.length }),
              })
            }
          >
            {t('trashEmptyNow')}
          </button>
        </p>
      )}
    </>
  );
}
