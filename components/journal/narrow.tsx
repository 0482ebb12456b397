import { feelingWords } from '../../utils/i18n/en/feelings.ts';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { Narrowing } from '../../utils/journal/find.ts';
import { MOODS } from '../../utils/journal/schema.ts';
import { useWords } from '../ui/words.tsx';

export interface NarrowProps {
  narrowing: Narrowing;
  change: (narrowing: Narrowing) => void;
  /** The tags that there are, as they are written. */
  tags: readonly string[];
  /** It was opened: the tags are wanted. */
  wanted: () => void;
}

const isNarrowed = (narrowing: Narrowing): boolean =>
  Object.values(narrowing).some((value) => value !== undefined);

/** Narrows a search to a mood, a tag, a stretch of days. */
export function Narrow({ narrowing, change, tags, wanted }: NarrowProps) {
  const { t } = useWords(journalWords);
  const { t: feeling } = useWords(feelingWords);
  const chosen = (value: string): string | undefined => (value === '' ? undefined : value);
  return (
    <details
      class="narrow"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) wanted();
      }}
    >
      <summary>{t('narrow')}</summary>
      <div class="narrow-fields">
        <label>
          {t('narrowMood')}
          <select
            value={String(narrowing.mood ?? '')}
            onChange={({ currentTarget }) =>
              change({ ...narrowing, mood: MOODS.find((mood) => String(mood) === currentTarget.value) })
            }
          >
            <option value="">{t('narrowAny')}</option>
            {MOODS.map((mood) => (
              <option key={mood} value={mood}>
                {feeling(`mood_${mood}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('narrowTag')}
          <select
            value={narrowing.tag ?? ''}
            onChange={({ currentTarget }) => change({ ...narrowing, tag: chosen(currentTarget.value) })}
          >
            <option value="">{t('narrowAny')}</option>
            {tags.map((tag) => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('narrowFrom')}
          <input
            type="date"
            value={narrowing.from ?? ''}
            onChange={({ currentTarget }) => change({ ...narrowing, from: chosen(currentTarget.value) })}
          />
        </label>
        <label>
          {t('narrowUntil')}
          <input
            type="date"
            value={narrowing.until ?? ''}
            onChange={({ currentTarget }) => change({ ...narrowing, until: chosen(currentTarget.value) })}
          />
        </label>
      </div>
      {isNarrowed(narrowing) && (
        <button type="button" class="link" onClick={() => change({})}>
          {t('narrowNot')}
        </button>
      )}
    </details>
  );
}
