import { useRef } from 'preact/hooks';
import { useWords } from '../ui/words.tsx';

const SECTIONS = ['allies', 'resources'] as const;
export type Section = (typeof SECTIONS)[number];

export interface SectionTabsProps {
  section: Section;
  choose: (section: Section) => void;
  /** How many match, while something is searched. */
  counts: Record<Section, number> | undefined;
}

/** The two halves of the popup, as tabs (ARIA Authoring Practices: arrows move, one stop for Tab). */
export function SectionTabs({ section, choose, counts }: SectionTabsProps) {
  const { t, formats } = useWords();
  const strip = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const other = section === 'allies' ? 'resources' : 'allies';
    choose(other);
    strip.current?.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={t('sections')} ref={strip} onKeyDown={move}>
      {SECTIONS.map((name) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={section === name}
          aria-controls="section"
          tabIndex={section === name ? 0 : -1}
          onClick={() => choose(name)}
        >
          {t(name)}
          {counts !== undefined && <span class="count"> {formats.number(counts[name])}</span>}
        </button>
      ))}
    </div>
  );
}
