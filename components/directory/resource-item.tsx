import type { Channel } from '../../utils/directory/channel-schema.ts';
import { isPastReview } from '../../utils/helplines/helplines.ts';
import { resourceWords } from '../../utils/i18n/en/resources.ts';
import type { CopyText } from '../ui/copy-button.tsx';
import { useWords } from '../ui/words.tsx';
import { ChannelList } from './channel-list.tsx';

/** What a resource of the directory and a bundled helpline have in common. */
export interface ResourceFacts {
  name: string;
  description?: string | undefined;
  channels: readonly Channel[];
  languages: readonly string[];
  hours?: string | undefined;
  cost?: string | undefined;
  eligibility?: string | undefined;
  source?: string | undefined;
  /** ISO days. */
  verified?: string | undefined;
  reviewBy?: string | undefined;
}

/** One thing that helps: how to reach it, when, in which language, at what cost, and when that was checked. */
export function ResourceItem({
  facts,
  today,
  copy,
}: {
  facts: ResourceFacts;
  today: string;
  copy: CopyText;
}) {
  const { t, formats } = useWords(resourceWords);
  const rows: [string, string | undefined][] = [
    [t('resourceHours'), facts.hours === '24/7' ? t('resourceAlways') : facts.hours],
    [
      t('resourceLanguages'),
      facts.languages.length > 0
        ? formats.list(facts.languages.map((tag) => formats.language(tag)))
        : undefined,
    ],
    [t('resourceCost'), facts.cost],
    [t('resourceEligibility'), facts.eligibility],
  ];
  const shown = rows.filter(([, value]) => value !== undefined);
  const overdue = isPastReview(facts, today) ? facts.reviewBy : undefined;
  return (
    <li class="resource">
      <h4 tabIndex={-1} data-item>
        <bdi>{facts.name}</bdi>
      </h4>
      {facts.description !== undefined && <p class="prose">{facts.description}</p>}
      <ChannelList channels={facts.channels} name={facts.name} copy={copy} />
      {shown.length > 0 && (
        <dl>
          {shown.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class={overdue === undefined ? 'checked' : 'checked overdue'}>
        {overdue !== undefined
          ? t('resourcePastReview', { date: formats.day(overdue) })
          : facts.verified === undefined
            ? t('resourceUnchecked')
            : t('resourceChecked', { date: formats.day(facts.verified) })}
        {facts.source !== undefined && (
          <>
            {' · '}
            <a href={facts.source} target="_blank" rel="noopener noreferrer">
              {t('resourceSource')}
            </a>
          </>
        )}
      </p>
    </li>
  );
}
