import type { RefObject } from 'preact';
import { useWords } from '../ui/words.tsx';

export interface SearchFieldProps {
  query: string;
  change: (query: string) => void;
  /** Called as the field gets the focus, so that the rest of the directory is there by the first letter. */
  prepare: () => void;
  field: RefObject<HTMLInputElement | null>;
}

/** A search over allies and resources. What is typed is kept nowhere. */
export function SearchField({ query, change, prepare, field }: SearchFieldProps) {
  const { t } = useWords();
  return (
    <div class="search">
      <input
        ref={field}
        type="search"
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        value={query}
        onFocus={prepare}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </div>
  );
}
