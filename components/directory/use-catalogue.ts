import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Filters, filterChoices, matches } from '../../utils/directory/filters.ts';
import { type RankContext, type RankedAlly, rankAllies } from '../../utils/directory/rank.ts';
import type { AllyRow } from '../../utils/directory/row.ts';
import type { Resource } from '../../utils/directory/schema.ts';
import type { DirectoryView } from '../../utils/directory/view.ts';
import type { WholeDirectory } from '../../utils/directory/whole.ts';
import { helpFor } from '../../utils/helplines/helplines.ts';
import { useWords } from '../ui/words.tsx';
import type { ReachPorts } from './reach-ports.ts';

/** The code that searches, which the first paint does without. */
type Finder = typeof import('../../utils/directory/search.ts');

export const NO_FILTERS: Filters = { now: false, mySite: false };

export interface Catalogue {
  context: RankContext;
  /** Everyone listed for this person, the nearest first. */
  everyone: readonly RankedAlly[];
  choices: ReturnType<typeof filterChoices>;
  /** By an ally's key, for those on the first screens until all is there. */
  photos: ReadonlyMap<string, string>;
  /** Whether all of the directory is there, or only what the view holds. */
  state: 'part' | 'reading' | 'whole' | 'failed';
  /** Reads the rest of the directory and the code that searches it, once. */
  readRest: () => void;
  findAllies: (query: string) => readonly RankedAlly[];
  findResources: (query: string) => readonly Resource[];
  /** Ids of the country's helplines that match. */
  findHelplines: (query: string) => ReadonlySet<string>;
}

/** Ranks, filters and searches: first what the view holds, and all of the directory once it has been read. */
export function useCatalogue(
  view: DirectoryView,
  country: string | undefined,
  filters: Filters,
  now: number,
  ports: Pick<ReachPorts, 'personZone' | 'readWhole' | 'readPhotos'>,
): Catalogue {
  const { formats } = useWords();
  const [whole, setWhole] = useState<WholeDirectory>();
  const [state, setState] = useState<Catalogue['state']>('part');
  const [finder, setFinder] = useState<Finder>();
  const [firstPhotos, setFirstPhotos] = useState<ReadonlyMap<string, string>>(NO_PHOTOS);
  const asked = useRef<number>(undefined);

  const readRest = useCallback(() => {
    if (asked.current === view.builtAt) return;
    asked.current = view.builtAt;
    setState((before) => (before === 'whole' ? before : 'reading'));
    void import('../../utils/directory/search.ts').then((code) => setFinder(() => code));
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
  useEffect(() => {
    ports.readPhotos().then(setFirstPhotos, () => undefined);
  }, [view, ports]);

  const sites = useMemo(
    () => whole?.sites ?? new Map(view.sites.map((site) => [site.id, site])),
    [whole, view],
  );
  const context = useMemo<RankContext>(
    () => ({
      sites,
      profile: view.profile,
      personZone: ports.personZone,
      now,
      seed: view.seed,
      commonLanguages: view.commonLanguages ?? [],
    }),
    [sites, view, ports, now],
  );
  const rows: readonly AllyRow[] = whole?.rows ?? view.rows;
  const everyone = useMemo(() => rankAllies(rows, context), [rows, context]);
  const choices = useMemo(() => filterChoices(everyone), [everyone]);

  const shown = useMemo(
    () => everyone.filter((ranked) => matches(ranked, filters, view.profile)),
    [everyone, filters, view],
  );
  const searchAllies = useMemo(() => {
    let search: ((query: string) => readonly RankedAlly[]) | undefined;
    return () => {
      search ??= finder?.createSearcher(
        shown.map((item) => ({
          item,
          ...(whole?.texts.get(item.ally.key) ?? finder.textOfAlly(item.ally, { languageNames: [] })),
        })),
      );
      return search;
    };
  }, [shown, whole, finder]);
  useEffect(() => {
    if (whole === undefined) return undefined;
    // With many allies this takes as long as several frames: better before the first letter than after it.
    const soon = setTimeout(searchAllies);
    return () => clearTimeout(soon);
  }, [searchAllies, whole]);
  const findAllies = useCallback(
    (query: string) => (query.trim() === '' ? shown : (searchAllies()?.(query) ?? shown)),
    [shown, searchAllies],
  );

  const resources = whole?.resources ?? view.resources;
  const languageNames = useCallback(
    (tags: readonly string[]) => tags.map((tag) => formats.language(tag)),
    [formats],
  );
  const findResources = useMemo(() => {
    const search = finder?.createSearcher(
      resources.map((item) => ({
        item,
        ...finder.textOfResource(item, { languageNames: languageNames(item.languages) }),
      })),
    );
    return (query: string) => (query.trim() === '' ? resources : (search?.(query) ?? resources));
  }, [resources, languageNames, finder]);
  const findHelplines = useMemo(() => {
    const { lines } = helpFor(country);
    const search = finder?.createSearcher(
      lines.map((line) => ({
        item: line.id,
        ...finder.textOfResource(line, { languageNames: languageNames(line.languages) }),
      })),
    );
    return (query: string) => new Set(search?.(query) ?? lines.map(({ id }) => id));
  }, [country, languageNames, finder]);

  return {
    context,
    everyone,
    choices,
    photos: whole?.photos ?? firstPhotos,
    state,
    readRest,
    findAllies,
    findResources,
    findHelplines,
  };
}

const NO_PHOTOS: ReadonlyMap<string, string> = new Map();
