import { useEffect, useState } from 'preact/hooks';
import type { Filters } from '../../utils/directory/filters.ts';
import { useWords } from '../ui/words.tsx';

export interface FilterChipsProps {
  filters: Filters;
  change: (filters: Filters) => void;
  /** Whether the person's site is known. */
  hasSite: boolean;
  languages: readonly string[];
  topics: readonly string[];
}

/** As many chips of languages as fit beside the first two; the others come after the first paint. */
const FIRST_PAINT = 4;

/** Filters as buttons that stay pressed. */
export function FilterChips({ filters, change, hasSite, languages, topics }: FilterChipsProps) {
  const { t, formats } = useWords();
  const { language: _language, topic: _topic, ...switches } = filters;
  const withLanguage = (language: string | undefined): Filters => ({
    ...switches,
    ...(filters.topic !== undefined && { topic: filters.topic }),
    ...(language !== undefined && { language }),
  });
  const withTopic = (topic: string | undefined): Filters => ({
    ...switches,
    ...(filters.language !== undefined && { language: filters.language }),
    ...(topic !== undefined && { topic }),
  });
  const [painted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  const chip = (label: string, pressed: boolean, toggle: () => void) => (
    <button key={label} type="button" class="chip" aria-pressed={pressed} onClick={toggle}>
      {label}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't scroll sideways in one line
    <div class="chips" role="group" aria-label={t('filters')}>
      {chip(t('filterNow'), filters.now, () => change({ ...filters, now: !filters.now }))}
      {hasSite &&
        chip(t('filterSite'), filters.mySite, () => change({ ...filters, mySite: !filters.mySite }))}
      {(painted ? languages : languages.slice(0, FIRST_PAINT)).map((tag) =>
        chip(formats.language(tag), filters.language === tag, () =>
          change(withLanguage(filters.language === tag ? undefined : tag)),
        ),
      )}
      {(painted ? topics : []).map((topic) =>
        chip(topic, filters.topic === topic, () =>
          change(withTopic(filters.topic === topic ? undefined : topic)),
        ),
      )}
    </div>
  );
}
