import { useMemo } from 'preact/hooks';
import type { RankedAlly } from '../../utils/directory/rank.ts';
import { reasonsFor } from '../../utils/directory/reasons.ts';
import { WindowedList } from '../ui/windowed-list.tsx';
import { useWords } from '../ui/words.tsx';
import { AllyListItem } from './ally-row.tsx';
import type { Catalogue } from './use-catalogue.ts';

/** As many as a popup of the usual height shows. */
const FIRST_PAINT = 5;

export interface AllyResultsProps {
  allies: readonly RankedAlly[];
  catalogue: Catalogue;
  query: string;
  narrowed: boolean;
  now: number;
  open: (key: string) => void;
  clear: () => void;
  /** How many resources match the same search. */
  elsewhere: number;
  seeElsewhere: () => void;
}

/** The list of allies, with a word on how many are free or found, or on why it is empty. */
export function AllyResults(props: AllyResultsProps) {
  const { allies, catalogue, query, narrowed, now, open } = props;
  const { t } = useWords();
  const searching = query.trim() !== '';
  const free = useMemo(
    () => (searching ? 0 : allies.filter(({ availability }) => availability.kind === 'now').length),
    [allies, searching],
  );
  return (
    <>
      <p class="summary" role="status">
        {searching
          ? t('found', { count: allies.length })
          : allies.length > 0 && (free > 0 ? t('freeCount', { count: free }) : t('freeNone'))}
        {catalogue.state === 'reading' && searching && ` ${t('reading')}`}
      </p>
      {allies.length === 0 && (
        <div class="empty">
          {searching ? (
            <>
              <p>{t('nothingFound', { query })}</p>
              <p class="hint">{t('nothingFoundHint')}</p>
            </>
          ) : narrowed ? (
            <p>{t('nothingFiltered')}</p>
          ) : (
            <>
              <p>{t('noAllies')}</p>
              <p class="hint">{t('noAlliesHint')}</p>
            </>
          )}
          {narrowed && (
            <button type="button" class="link" onClick={props.clear}>
              {t('clearFilters')}
            </button>
          )}
          {searching && props.elsewhere > 0 && (
            <button type="button" class="link" onClick={props.seeElsewhere}>
              {t('alsoResources', { count: props.elsewhere })}
            </button>
          )}
        </div>
      )}
      <WindowedList
        items={allies}
        label={t('allies')}
        initially={FIRST_PAINT}
        draw={(ranked, place) => (
          <AllyListItem
            key={ranked.ally.key}
            ranked={ranked}
            reasons={reasonsFor(ranked, catalogue.context)}
            photo={catalogue.photos.get(ranked.ally.key)}
            now={now}
            place={place}
            open={() => open(ranked.ally.key)}
          />
        )}
      />
    </>
  );
}
