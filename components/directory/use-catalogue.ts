import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type RankContext, type RankedAlly, rankAllies } from '../../utils/directory/rank.ts';
import type { AllyRow } from '../../utils/directory/row.ts';
import type { Resource } from '../../utils/directory/schema.ts';
import {
  createSearcher,
  type Filters,
  filterChoices,
  matches,
  textOfAlly,
  textOfResource,
} from '../../utils/directory/search.ts';
import type { DirectoryView } from '../../utils/directory/view.ts';
import type { WholeDirectory } from '../../utils/directory/whole.ts';
import { helpFor } from '../../utils/helplines/helplines.ts';
import { useWords } from '../ui/words.tsx';
import type { ReachPorts } from './reach-ports.ts';

export const NO_FILTERS: Filters = { now: false, mySite: false };

export interface Catalogue {
  context: RankContext;
  /** Everyone listed for this person, the nearest first. */
  everyone: readonly RankedAlly[];
  choices: ReturnType<typeof filterChoices>;
  photos: ReadonlyMap<string, string>;
  /** Whether all of the directory is there, or only what the view holds. */
  state: 'part' | 'reading' | 'whole' | 'failed';
  /** Reads the rest of the directory, once. */
  readRest: () => void;
  findAllies: (query: string) => readonly RankedAlly[];
  findResources: (query: string) => readonly Resource[];
  /** Ids of the country's helplines that match. */
  findHelplines: (query: string) => ReadonlySet<string>;
}

/** Ranks, filters and searches: first what the view holds, and all of the directory once it has been read. */
export function useCatalogue(
  view: DirectoryView,
  filters: Filters,
  now: number,
  ports: Pick<ReachPorts, 'personZone' | 'readWhole'>,
): Catalogue {
  const { formats } = useWords();
  const [whole, setWhole] = useState<WholeDirectory>();
  const [state, setState] = useState<Catalogue['state']>('part');
  const asked = useRef<number>(undefined);

  const readRest = useCallback(() => {
    if (asked.current === view.builtAt) return;
    asked.current = view.builtAt;
    setState((before) => (before === 'whole' ? before : 'reading'));
    ports.readWhole(view.sources.map(({ url }) => url)).then(
      (read) => {
        setWhole(read);
        setState('whole');
      },
      () => setState('failed'),
    );
  }, [view, ports]);
  useEffect(() => {
    if (asked.current !== undefined) readRest();
  }, [readRest]);

  const sites = useMemo(
    () => whole?.sites ?? new Map(view.sites.map((site) => [site.id, site])),
    [whole, view],
  );
  const context = useMemo<RankContext>(
    () => ({ sites, profile: view.profile, personZone: ports.personZone, now, seed: view.seed }),
    [sites, view, ports, now],
  );
  const rows: readonly AllyRow[] = whole?.rows ?? view.rows;
  const everyone = useMemo(() => rankAllies(rows, context), [rows, context]);
  const choices = useMemo(() => filterChoices(everyone), [everyone]);

  const findAllies = useMemo(() => {
    const shown = everyone.filter((ranked) => matches(ranked, filters, view.profile));
    let searcher: ((query: string) => readonly RankedAlly[]) | undefined;
    return (query: string) => {
      if (query.trim() === '') return shown;
      searcher ??= createSearcher(
        shown.map((item) => ({
          item,
          ...(whole?.texts.get(item.ally.key) ?? textOfAlly(item.ally, { languageNames: [] })),
        })),
      );
      return searcher(query);
    };
  }, [everyone, filters, view, whole]);

  const resources = whole?.resources ?? view.resources;
  const languageNames = useCallback(
    (tags: readonly string[]) => tags.map((tag) => formats.language(tag)),
    [formats],
  );
  const findResources = useMemo(() => {
    const search = createSearcher(
      resources.map((item) => ({
        item,
        ...textOfResource(item, { languageNames: languageNames(item.languages) }),
      })),
    );
    return (query: string) => (query.trim() === '' ? resources : search(query));
  }, [resources, languageNames]);
  const findHelplines = useMemo(() => {
    const search = createSearcher(
      helpFor(view.country).lines.map((line) => ({
        item: line.id,
        ...textOfResource(line, { languageNames: languageNames(line.languages) }),
      })),
    );
    return (query: string) => new Set(search(query));
  }, [view, languageNames]);

  return {
    context,
    everyone,
    choices,
    photos: whole?.photos ?? NO_PHOTOS,
    state,
    readRest,
    findAllies,
    findResources,
    findHelplines,
  };
}

const NO_PHOTOS: ReadonlyMap<string, string> = new Map();
