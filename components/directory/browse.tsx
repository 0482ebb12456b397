import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Filters } from '../../utils/directory/filters.ts';
import { zoneOf } from '../../utils/directory/rank.ts';
import { reasonsFor } from '../../utils/directory/reasons.ts';
import type { DirectoryView } from '../../utils/directory/view.ts';
import { later } from '../ui/later.tsx';
import { useWords } from '../ui/words.tsx';
import { AllyResults } from './ally-results.tsx';
import { Conditions } from './conditions.tsx';
import { FilterChips } from './filter-chips.tsx';
import type { ReachPorts } from './reach-ports.ts';
import { SearchField } from './search-field.tsx';
import { type Section, SectionTabs } from './section-tabs.tsx';
import { SiteGuess } from './site-guess.tsx';
import { NO_FILTERS, useCatalogue } from './use-catalogue.ts';
import { useReachKeys } from './use-reach-keys.ts';

const AllyCard = later(async () => (await import('./ally-card.tsx')).AllyCard);
const ResourceResults = later(async () => (await import('./resource-results.tsx')).ResourceResults);

export interface BrowseProps {
  view: DirectoryView;
  country: string | undefined;
  now: number;
  ports: ReachPorts;
}

/** Allies and resources, a search over both, and an ally's card in their place once one is opened. */
export function Browse({ view, country, now, ports }: BrowseProps) {
  const { t } = useWords();
  const [section, setSection] = useState<Section>('allies');
  const [query, setQuery] = useState('');
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [openKey, setOpenKey] = useState<string>();
  const results = useRef<HTMLElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const catalogue = useCatalogue(view, country, filters, now, ports);
  useEffect(() => {
    // The list is painted: now what a click will need.
    void AllyCard.prepare();
    void ResourceResults.prepare();
  }, []);

  const allies = useMemo(() => catalogue.findAllies(query), [catalogue.findAllies, query]);
  const resources = useMemo(() => catalogue.findResources(query), [catalogue.findResources, query]);
  const helplines = useMemo(
    () => (query.trim() === '' ? undefined : catalogue.findHelplines(query)),
    [catalogue.findHelplines, query],
  );
  const opened = useMemo(
    () => (openKey === undefined ? undefined : catalogue.everyone.find(({ ally }) => ally.key === openKey)),
    [catalogue.everyone, openKey],
  );

  const closeCard = useCallback((): void => {
    const key = openKey;
    setOpenKey(undefined);
    requestAnimationFrame(() => {
      const buttons = results.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
      for (const button of buttons) if (button.dataset.key === key) button.focus();
    });
  }, [openKey]);
  const stepBack = useCallback((): boolean => {
    if (openKey !== undefined) closeCard();
    else if (query !== '') setQuery('');
    else return false;
    return true;
  }, [openKey, query, closeCard]);
  useReachKeys({ results, searchField, stepBack });

  const change = (typed: string): void => {
    catalogue.readRest();
    setQuery(typed);
  };
  const narrow = (chosen: Filters): void => {
    catalogue.readRest();
    setFilters(chosen);
  };
  const searching = query.trim() !== '';
  // The list stays behind the card, so that it is where it was when the card is closed.
  const behind = opened !== undefined;
  return (
    <>
      {opened !== undefined && (
        <main class="scroller">
          <AllyCard
            key={opened.ally.key}
            ranked={opened}
            reasons={reasonsFor(opened, catalogue.context)}
            zone={zoneOf(opened.ally, catalogue.context.sites)}
            personZone={ports.personZone}
            now={now}
            confidentiality={view.program.confidentiality}
            readWhole={() => ports.readAlly(opened.ally)}
            copy={ports.copy}
            back={closeCard}
            seeResources={() => {
              setOpenKey(undefined);
              setQuery('');
              setSection('resources');
            }}
          />
        </main>
      )}
      <search class="tools" hidden={behind}>
        <SearchField query={query} change={change} prepare={catalogue.readRest} field={searchField} />
        <SectionTabs
          section={section}
          choose={setSection}
          counts={
            searching
              ? { allies: allies.length, resources: resources.length + (helplines?.size ?? 0) }
              : undefined
          }
        />
        {section === 'allies' && (
          <FilterChips
            filters={filters}
            change={narrow}
            hasSite={view.profile.site !== undefined}
            languages={catalogue.choices.languages}
            topics={catalogue.choices.topics}
          />
        )}
      </search>
      <main
        class="scroller"
        data-scroller
        ref={results}
        hidden={behind}
        onScroll={catalogue.readRest}
        // With nothing in it to go to, it must be reached itself to be scrolled by keyboard.
        tabIndex={section === 'allies' && allies.length === 0 ? 0 : undefined}
      >
        <div id="section" role="tabpanel" aria-labelledby={`tab-${section}`}>
          <h2 class="unseen">{t(section)}</h2>
          <Conditions sources={view.sources} now={now} before={true} />
          {section === 'allies' ? (
            <>
              <SiteGuess view={view} sites={catalogue.context.sites} change={ports.openSettings} />
              <AllyResults
                allies={allies}
                catalogue={catalogue}
                query={query}
                narrowed={filters !== NO_FILTERS}
                now={now}
                open={setOpenKey}
                clear={() => setFilters(NO_FILTERS)}
                elsewhere={resources.length + (helplines?.size ?? 0)}
                seeElsewhere={() => setSection('resources')}
              />
            </>
          ) : (
            <ResourceResults
              resources={resources}
              helplines={helplines}
              organization={view.organization}
              country={country}
              query={query}
              now={now}
              zone={ports.personZone}
              copy={ports.copy}
              elsewhere={allies.length}
              seeElsewhere={() => setSection('allies')}
            />
          )}
          {catalogue.state === 'failed' && <p class="notice">{t('someMissing')}</p>}
          <Conditions sources={view.sources} now={now} before={false} />
        </div>
      </main>
    </>
  );
}
