import { useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { JournalPrefs } from '../../utils/journal/schema.ts';
import { useWords } from '../ui/words.tsx';
import { Composer } from './composer.tsx';
import { EntryBrowser } from './entry-browser.tsx';
import { EntryView } from './entry-view.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { TakeAlong } from './take-along.tsx';
import { TrashList } from './trash-list.tsx';
import { UndoNotice } from './undo-notice.tsx';
import { useFound } from './use-found.ts';
import { useUndo } from './use-undo.ts';

export interface EntriesProps {
  ports: JournalPorts;
  prefs: JournalPrefs;
  change: number;
}

type Place =
  | { kind: 'list' }
  | { kind: 'trash' }
  | { kind: 'picking' }
  | { kind: 'entry'; id: string; editing: boolean };
const LIST: Place = { kind: 'list' };

/** The entries: found, read, changed, thrown away, or picked to take along to an ally. */
export function Entries({ ports, prefs, change }: EntriesProps) {
  const { t } = useWords(journalWords);
  const { journal } = ports;
  const [place, goTo] = useState<Place>(LIST);
  const found = useFound(journal, change);
  const undo = useUndo(journal);
  const setPlace = (next: Place): void => {
    undo.hush();
    goTo(next);
  };
  const back = (): void => setPlace(LIST);
  const open = (id: string): void => {
    // The trash and the whole are looked through for it once the first entries no longer hold it.
    found.want();
    setPlace({ kind: 'entry', id, editing: false });
  };

  const opened =
    place.kind === 'entry'
      ? [...(found.all ?? []), ...(found.shown ?? [])].find(({ entry }) => entry.id === place.id)
      : undefined;
  if (place.kind === 'entry' && opened !== undefined && place.editing) {
    return (
      <Composer
        key={place.id}
        ports={ports}
        kept={opened}
        spellcheck={prefs.spellcheck}
        ownPrompts={prefs.ownPrompts}
        done={() => setPlace({ ...place, editing: false })}
      />
    );
  }
  return (
    <>
      {place.kind !== 'list' && (
        <button type="button" class="back quiet" onClick={back}>
          <span class="arrow" aria-hidden="true" /> {t('backToEntries')}
        </button>
      )}
      <UndoNotice undo={undo} />
      {place.kind === 'list' && <EntryBrowser found={found} open={open} />}
      {place.kind === 'list' && (
        <p class="actions">
          <button type="button" class="quiet" onClick={() => setPlace({ kind: 'picking' })}>
            {t('takeAlong')}
          </button>
          <button type="button" class="quiet" onClick={() => setPlace({ kind: 'trash' })}>
            {t('showTrash')}
          </button>
        </p>
      )}
      {place.kind === 'entry' && opened !== undefined && (
        <EntryView
          key={place.id}
          entry={opened.entry}
          act={undo.act}
          now={ports.clock.now}
          edit={() => setPlace({ ...place, editing: true })}
        />
      )}
      {place.kind === 'trash' && <TrashList found={found} act={undo.act} open={open} />}
      {place.kind === 'picking' && <TakeAlong found={found} ports={ports} />}
    </>
  );
}
