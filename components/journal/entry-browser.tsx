import { useEffect, useRef, useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { Kept } from '../../utils/journal/ports.ts';
import { useWords } from '../ui/words.tsx';
import { EntryList } from './entry-list.tsx';
import { Narrow } from './narrow.tsx';
import type { Found } from './use-found.ts';

/** As many rows at a time: more of them cost time at every key, and nobody reads them all. */
const PAGE = 20;

export interface EntryBrowserProps {
  found: Found;
  open: (id: string) => void;
  /** Picks entries instead of opening them. */
  picking?: { picked: ReadonlySet<string>; toggle: (kept: Kept) => void } | undefined;
}

/** A search over all entries, and those it finds; without one, the pinned and then the newest. */
export function EntryBrowser({ found, open, picking }: EntryBrowserProps) {
  const { t } = useWords(journalWords);
  const { shown, searching, query, setQuery, narrowing, setNarrowing, want, tags } = found;
  const [count, setCount] = useState(PAGE);
  const list = useRef<HTMLDivElement>(null);
  const asked = useRef<number>(undefined);
  useEffect(() => {
    setCount(PAGE);
    asked.current = undefined;
  }, [query, narrowing]);
  // The button that was pressed may be gone with the last of them: what it brought is what comes next.
  useEffect(() => {
    if (asked.current === undefined || shown === undefined) return;
    if (Math.min(shown.length, count) <= asked.current) return;
    const row = list.current?.querySelectorAll('li')[asked.current];
    row?.querySelector<HTMLElement>('button, input')?.focus();
    asked.current = undefined;
  }, [count, shown]);
  const more = shown !== undefined && (shown.length > count || found.more);
  return (
    <>
      {picking === undefined && <h2 class="unseen">{t('viewEntries')}</h2>}
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
        <Narrow narrowing={narrowing} change={setNarrowing} tags={tags} wanted={want} />
      </search>
      <p class="summary" role="status">
        {searching && shown !== undefined && t('foundCount', { count: shown.length })}
      </p>
      {shown?.length === 0 && (
        <p class="hint">
          {searching
            ? query.trim() === ''
              ? t('nothingNarrowed')
              : t('nothingFound', { query })
            : t('noEntries')}
        </p>
      )}
      {shown !== undefined && (
        <div ref={list}>
          <EntryList entries={shown.slice(0, count)} label={t('viewEntries')} open={open} picking={picking} />
        </div>
      )}
      {more && (
        <p>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              want();
              asked.current = count;
              setCount(count + PAGE);
            }}
          >
            {t('showMore')}
          </button>
        </p>
      )}
    </>
  );
}
