import type { Resource } from '../../utils/directory/schema.ts';
import { isoDayIn } from '../../utils/directory/wall-clock.ts';
import { resourceWords } from '../../utils/i18n/en/resources.ts';
import type { CopyText } from '../ui/copy-button.tsx';
import { useWords } from '../ui/words.tsx';
import { ResourceList } from './resource-list.tsx';

export interface ResourceResultsProps {
  resources: readonly Resource[];
  helplines: ReadonlySet<string> | undefined;
  organization: string | undefined;
  country: string | undefined;
  query: string;
  now: number;
  zone: string;
  copy: CopyText;
  /** How many allies match the same search. */
  elsewhere: number;
  seeElsewhere: () => void;
}

/** The resources that match, or a word on why there are none. */
export function ResourceResults(props: ResourceResultsProps) {
  const { resources, helplines, query, elsewhere, seeElsewhere } = props;
  const { t } = useWords(resourceWords);
  const count = resources.length + (helplines?.size ?? 0);
  return (
    <>
      <p class="summary" role="status">
        {query.trim() !== '' && t('found', { count })}
      </p>
      {query.trim() !== '' && count === 0 && (
        <div class="empty">
          <p>{t('nothingResource', { query })}</p>
          {elsewhere > 0 && (
            <button type="button" class="link" onClick={seeElsewhere}>
              {t('alsoAllies', { count: elsewhere })}
            </button>
          )}
        </div>
      )}
      <ResourceList
        resources={resources}
        organization={props.organization}
        country={props.country}
        helplines={helplines}
        today={isoDayIn(props.zone, props.now)}
        copy={props.copy}
      />
    </>
  );
}
