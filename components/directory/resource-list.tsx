import { RESOURCE_KINDS } from '../../utils/directory/kinds.ts';
import type { Resource } from '../../utils/directory/schema.ts';
import { helpFor } from '../../utils/helplines/helplines.ts';
import { resourceWords } from '../../utils/i18n/en/resources.ts';
import type { CopyText } from '../ui/copy-button.tsx';
import { WorldwideLink } from '../ui/crisis-numbers.tsx';
import { useWords } from '../ui/words.tsx';
import { ResourceItem } from './resource-item.tsx';

export interface ResourceListProps {
  /** The organization's, in the order to show them within each kind. */
  resources: readonly Resource[];
  organization: string | undefined;
  country: string | undefined;
  /** Helplines whose id isn't here are left out; absent, all are shown. */
  helplines?: ReadonlySet<string> | undefined;
  today: string;
  copy: CopyText;
}

/** Resources by kind, the organization's first, then the country's helplines. */
export function ResourceList(props: ResourceListProps) {
  const { resources, organization, country, helplines, today, copy } = props;
  const { t, formats } = useWords(resourceWords);
  const help = helpFor(country);
  const lines = help.lines.filter(({ id }) => helplines === undefined || helplines.has(id));
  const name = country === undefined ? undefined : formats.country(country);
  return (
    <div class="resources">
      {RESOURCE_KINDS.map((kind) => {
        const ofKind = resources.filter((resource) => resource.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind}>
            <h3>{t(`kind_${kind}`)}</h3>
            {organization !== undefined && <p class="hint">{t('fromOrganization', { organization })}</p>}
            <ul class="plain">
              {ofKind.map((resource) => (
                <ResourceItem key={resource.id} facts={resource} today={today} copy={copy} />
              ))}
            </ul>
          </section>
        );
      })}
      {resources.length === 0 && helplines === undefined && <p class="hint">{t('noResources')}</p>}
      {name !== undefined && help.lines.length === 0 && helplines === undefined && (
        <section>
          <h3>{t('helplinesOf', { country: name })}</h3>
          <p>
            {t('crisisNoLine', { country: name })} <WorldwideLink />
          </p>
        </section>
      )}
      {name !== undefined && lines.length > 0 && (
        <section>
          <h3>{t('helplinesOf', { country: name })}</h3>
          <ul class="plain">
            {lines.map((line) => (
              <ResourceItem key={line.id} facts={line} today={today} copy={copy} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
