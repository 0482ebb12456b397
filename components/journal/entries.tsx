import { useCallback, useMemo, useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { createFinder } from '../../utils/journal/find.ts';
import type { JournalPrefs } from '../../utils/journal/schema.ts';
import { useWords } from '../ui/words.tsx';
import { Composer } from './composer.tsx';
import { EntryList } from './entry-list.tsx';
import { EntryView } from './entry-view.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { useKept } from './use-vault.ts';

/** As many entries as are shown before somebody searches or asks for more. */
const FIRST = 50;

export interface EntriesProps {
  ports: JournalPorts;
  prefs: JournalPrefs;
  change: number;
}

/** The entries, the newest first, a search over all of them, and the one that is open. */
export function Entries({ ports, prefs, change }: EntriesProps) {
  const { t } = useWords(journalWords);
  const { journal } = ports;
  const [query, setQuery] = useState('');
  const [trash, setTrash] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const [editing, setEditing] = useState(false);
  const wantsAll = query.trim() !== '' || trash || openId !== undefined;
  const latest = useKept(
    useCallback(() => journal.latest(FIRST), [journal]),
    change,
  );
  const all = useKept(
    useCallback(async () => (wantsAll ? journal.all() : undefined), [journal, wantsAll]),
    change,
  );
  const finder = useMemo(
    () => createFinder((all ?? []).filter(({ entry }) => entry.trashed === undefined)),
    [all],
  );
  const open = [...(all ?? []), ...(latest ?? [])].find(({ entry }) => entry.id === openId);

  if (open !== undefined && editing) {
    return (
      <Composer
        key={openId}
        ports={ports}
        kept={open}
        spellcheck={prefs.spellcheck}
        ownPrompts={prefs.ownPrompts}
        done={() => setEditing(false)}
      />
    );
  }
  if (open !== undefined) {
    return (
      <EntryView
        key={openId}
        kept={open}
        journal={journal}
        now={ports.clock.now}
        edit={() => setEditing(true)}
        back={() => setOpenId(undefined)}
      />
    );
  }
  const searching = query.trim() !== '';
  const shown = trash
    ? (all ?? []).filter(({ entry }) => entry.trashed !== undefined)
    : searching
      ? finder(query)
      : (latest ?? []);
  return (
    <>
      <search class="search">
        <input
          type="search"
          aria-label={t('find')}
          placeholder={t('findPlaceholder')}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      </search>
      <p class="summary" role="status">
        {searching && t('foundCount', { count: shown.length })}
      </p>
      {shown.length === 0 && <p class="hint">{searching ? t('nothingFound', { query }) : t('noEntries')}</p>}
      <EntryList entries={shown.slice(0, 200)} label={t('viewEntries')} open={setOpenId} />
      <p>
        <button type="button" class="quiet" aria-pressed={trash} onClick={() => setTrash(!trash)}>
          {t('showTrash')}
        </button>
      </p>
    </>
  );
}
