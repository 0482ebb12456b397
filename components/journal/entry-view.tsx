import { journalWords } from '../../utils/i18n/en/journal.ts';
import { momentIn } from '../../utils/i18n/moment-in.ts';
import type { Entry } from '../../utils/journal/schema.ts';
import { leavesTrashAt, putBack, trashedAt } from '../../utils/journal/trash.ts';
import { backTo } from '../../utils/journal/versions.ts';
import { useWords } from '../ui/words.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { Prose } from './prose.tsx';
import type { Undo } from './use-undo.ts';

export interface EntryViewProps {
  entry: Entry;
  act: Undo['act'];
  now: () => number;
  edit: () => void;
}

/** One entry as it reads, with what can be done to it. */
export function EntryView({ entry, act, now, edit }: EntryViewProps) {
  const { t, formats } = useWords(journalWords);
  const write = (changed: Entry, says: string): void =>
    void act({ step: { save: [changed], remove: [] }, before: [entry], says });
  const leaves = leavesTrashAt(entry);
  return (
    <article class="entry-view" aria-labelledby="entry-title">
      <h2 id="entry-title">{momentIn(formats.locale, entry.at, entry.zone)}</h2>
      <EntryFacts entry={entry} />
      {entry.prompt !== undefined && <p class="hint">{entry.prompt}</p>}
      <Prose text={entry.text} />
      {leaves === undefined ? (
        <p class="actions">
          <button type="button" class="button soft" onClick={edit}>
            {t('edit')}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() =>
              write({ ...entry, pinned: !entry.pinned }, t(entry.pinned ? 'unpinnedNow' : 'pinnedNow'))
            }
          >
            {t(entry.pinned ? 'unpin' : 'pin')}
          </button>
          <button type="button" class="quiet" onClick={() => write(trashedAt(entry, now()), t('trashedNow'))}>
            {t('trash')}
          </button>
        </p>
      ) : (
        <>
          <p class="hint">{t('trashed', { date: formats.moment(leaves) })}</p>
          <p class="actions">
            <button type="button" class="button soft" onClick={() => write(putBack(entry), t('restoredNow'))}>
              {t('restore')}
            </button>
            <button
              type="button"
              class="quiet"
              onClick={() =>
                void act({
                  step: { save: [], remove: [entry.id] },
                  before: [entry],
                  says: t('removedNow', { count: 1 }),
                })
              }
            >
              {t('removeNow')}
            </button>
          </p>
        </>
      )}
      {entry.versions.length > 0 && (
        <details>
          <summary>{t('versions')}</summary>
          <ol class="plain versions">
            {entry.versions.map((version) => (
              <li key={version.written}>
                <p class="hint">{t('versionAt', { moment: formats.moment(version.written) })}</p>
                <Prose text={version.text} />
                <button
                  type="button"
                  class="link"
                  onClick={() => write(backTo(entry, version, now()), t('versionNow'))}
                >
                  {t('versionRestore')}
                </button>
              </li>
            ))}
          </ol>
        </details>
      )}
    </article>
  );
}
