import type { Site } from '../../utils/directory/schema.ts';
import type { DirectoryView } from '../../utils/directory/view.ts';
import { useWords } from '../ui/words.tsx';

export interface SiteGuessProps {
  view: DirectoryView;
  sites: ReadonlyMap<string, Site>;
  change: () => void;
}

/** Says that the site is a guess, or that there is none, and where to set it right. */
export function SiteGuess({ view, sites, change }: SiteGuessProps) {
  const { t } = useWords();
  const site = view.profile.site === undefined ? undefined : sites.get(view.profile.site);
  if (site !== undefined && !view.siteGuessed) return null;
  if (site === undefined && sites.size === 0) return null;
  return (
    <p class="hint site-guess">
      {site === undefined ? t('siteUnknown') : t('siteGuess', { site: site.name })}{' '}
      <button type="button" class="link" onClick={change}>
        {t('changeSite')}
      </button>
    </p>
  );
}
