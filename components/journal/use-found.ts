import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fold } from '../../utils/core/fold.ts';
import { createFinder, type FoldedTexts, type Narrowing } from '../../utils/journal/find.ts';
import type { Journal, Kept } from '../../utils/journal/ports.ts';
import { useKept } from './use-vault.ts';

/** As many entries as are read before somebody searches or asks for more. */
const FIRST = 50;

export interface Found {
  /** In their order; undefined until they are read. */
  shown: readonly Kept[] | undefined;
  /** All there is once it is wanted, the trash included. */
  all: readonly Kept[] | undefined;
  /** Whether words or a narrowing left something out. */
  searching: boolean;
  /** Whether there may be more than `shown`. */
  more: boolean;
  query: string;
  setQuery: (query: string) => void;
  narrowing: Narrowing;
  setNarrowing: (narrowing: Narrowing) => void;
  /** Has all be read, for what the newest alone can't tell. */
  want: () => void;
  /** The tags that there are, each as it was written last. */
  tags: readonly string[];
}

function tagsOf(entries: readonly Kept[]): string[] {
  const tags = new Map<string, string>();
  for (const { entry } of entries) for (const tag of entry.tags) tags.set(fold(tag), tag);
  return [...tags].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, tag]) => tag);
}

const isNarrowed = (narrowing: Narrowing): boolean =>
  Object.values(narrowing).some((value) => value !== undefined);

/** The entries to be shown: the newest at once, and all of them as soon as somebody searches. */
export function useFound(journal: Pick<Journal, 'latest' | 'all'>, change: number): Found {
  const [query, setQuery] = useState('');
  const [narrowing, setNarrowing] = useState<Narrowing>({});
  const [wanted, setWanted] = useState(false);
  const texts = useRef<FoldedTexts>(new Map());
  const searching = query.trim() !== '' || isNarrowed(narrowing);
  const latest = useKept(
    useCallback(() => journal.latest(FIRST), [journal]),
    change,
  );
  const want = useCallback(() => setWanted(true), []);
  // Whoever has searched may do so again, and then it is all at hand.
  useEffect(() => {
    if (searching) want();
  }, [searching, want]);
  const wantsAll = wanted || searching;
  const all = useKept(
    useCallback(async () => (wantsAll ? journal.all() : undefined), [journal, wantsAll]),
    change,
  );
  const live = useMemo(() => (all ?? []).filter(({ entry }) => entry.trashed === undefined), [all]);
  const finder = useMemo(() => createFinder(live, texts.current), [live]);
  const found = useMemo(() => finder(query, narrowing), [finder, query, narrowing]);
  const tags = useMemo(() => tagsOf(live), [live]);
  const pinnedFirst = useMemo(
    () => live.toSorted((a, b) => Number(b.entry.pinned) - Number(a.entry.pinned) || b.entry.at - a.entry.at),
    [live],
  );
  const whole = all === undefined ? latest : pinnedFirst;
  return {
    shown: searching ? all && found : whole,
    all,
    searching,
    more: all === undefined && latest !== undefined && latest.length >= FIRST,
    query,
    setQuery,
    narrowing,
    setNarrowing,
    want,
    tags,
  };
}
