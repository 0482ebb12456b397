import { useState } from 'preact/hooks';
import { DAY } from '../../utils/core/clock.ts';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { Journal, Kept } from '../../utils/journal/ports.ts';
import type { Entry, EntryVersion } from '../../utils/journal/schema.ts';
import { useWords } from '../ui/words.tsx';
import { Prose } from './prose.tsx';

/** How long the trash keeps what was put there, in days. */
const TRASH_DAYS = 30;

export interface EntryViewProps {
  kept: Kept;
  journal: Journal;
  now: () => number;
  edit: () => void;
  back: () => void;
}

/** One entry as it reads, with what can be done to it. */
export function EntryView({ kept, journal, now, edit, back }: EntryViewProps) {
  const { t, formats } = useWords(journalWords);
  const { entry, revision } = kept;
  const [undo, setUndo] = useState<Entry>();
  const write = async (changed: Entry): Promise<void> => {
    await journal.save(changed, revision);
  };
  const { trashed, ...untrashed } = entry;
  const goBackTo = (version: EntryVersion): void => {
    const { text, mood, tags } = version;
    const { mood: _mood, ...rest } = entry;
    const now_ = {
      written: entry.written,
      text: entry.text,
      tags: entry.tags,
      ...(entry.mood && { mood: entry.mood }),
    };
    void write({
      ...rest,
      text,
      tags,
      ...(mood !== undefined && { mood }),
      written: now(),
      versions: [now_, ...entry.versions.filter((other) => other !== version)].slice(0, 10),
    });
    setUndo(entry);
  };
  return (
    <article class="entry-view" aria-labelledby="entry-title">
      <button type="button" class="back quiet" onClick={back}>
        <span class="arrow" aria-hidden="true" /> {t('backToEntries')}
      </button>
      <h2 id="entry-title">{formats.momentIn(entry.at, entry.zone)}</h2>
      {entry.prompt !== undefined && <p class="hint">{entry.prompt}</p>}
      <Prose text={entry.text} />
      {undo !== undefined && (
        <p role="status" class="notice">
          {trashed !== undefined ? t('trashedNow') : ''}{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              void write({ ...undo, versions: entry.versions });
              setUndo(undefined);
            }}
          >
            {t('undo')}
          </button>
        </p>
      )}
      {trashed === undefined ? (
        <p class="actions">
          <button type="button" class="button soft" onClick={edit}>
            {t('edit')}
          </button>
          <button type="button" class="quiet" onClick={() => void write({ ...entry, pinned: !entry.pinned })}>
            {t(entry.pinned ? 'unpin' : 'pin')}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              setUndo(entry);
              void write({ ...entry, trashed: now() });
            }}
          >
            {t('trash')}
          </button>
        </p>
      ) : (
        <>
          <p class="hint">{t('trashed', { date: formats.moment(trashed + TRASH_DAYS * DAY) })}</p>
          <p class="actions">
            <button type="button" class="button soft" onClick={() => void write(untrashed)}>
              {t('restore')}
            </button>
            <button type="button" class="quiet" onClick={() => void journal.remove([entry.id]).then(back)}>
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
                <button type="button" class="link" onClick={() => goBackTo(version)}>
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
