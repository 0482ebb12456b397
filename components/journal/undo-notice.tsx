import { journalWords } from '../../utils/i18n/en/journal.ts';
import { useWords } from '../ui/words.tsx';
import type { Undo } from './use-undo.ts';

/** What was done last, with the way back. */
export function UndoNotice({ undo: { last, outcome, undo } }: { undo: Undo }) {
  const { t } = useWords(journalWords);
  const says = last?.says ?? (outcome === undefined ? '' : t(outcome === 'undone' ? 'undone' : 'notDone'));
  return (
    <p role="status" class={says === '' ? 'unseen' : 'notice'}>
      {says}{' '}
      {last !== undefined && (
        <button type="button" class="link" aria-keyshortcuts="Control+Z" onClick={undo}>
          {t('undo')}
        </button>
      )}
    </p>
  );
}
