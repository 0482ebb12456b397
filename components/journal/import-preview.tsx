import { exchangeWords } from '../../utils/i18n/en/exchange.ts';
import { feelingWords } from '../../utils/i18n/en/feelings.ts';
import type { ImportPreview } from '../../utils/journal/exchange/contract.ts';
import { MOODS, type Mood } from '../../utils/journal/schema.ts';
import { useWords } from '../ui/words.tsx';

export interface ImportPreviewProps {
  preview: ImportPreview;
  answer: (name: string, mood: Mood | 'none') => void;
  go: () => void;
  dismiss: () => void;
}

/** What a file holds and what would come of it, before anything is written. */
export function ImportPreviewView({ preview, answer, go, dismiss }: ImportPreviewProps) {
  const { t } = useWords(exchangeWords);
  const { t: feeling } = useWords(feelingWords);
  const { counts, aside, moods, missing } = preview;
  const lines = [
    t('bringInFound', { count: counts.found }),
    t('bringInReady', { count: counts.ready }),
    counts.trashed > 0 && t('bringInTrashed', { count: counts.trashed }),
    counts.duplicates > 0 && t('bringInDuplicates', { count: counts.duplicates }),
    counts.duplicatesInTrash > 0 && t('bringInDuplicatesTrash', { count: counts.duplicatesInTrash }),
    counts.renamed > 0 && t('bringInRenamed', { count: counts.renamed }),
    counts.aside > 0 && t('bringInAside', { count: counts.aside }),
    missing > 0 && t('bringInMissing', { count: missing }),
  ].filter((line) => line !== false);
  return (
    <div class="import-preview">
      <ul class="plain" role="status">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {aside.length > 0 && (
        <details>
          <summary>{t('bringInWhich')}</summary>
          <ul class="plain hint">
            {aside.map(({ place, reason }) => (
              <li key={place}>{t(`bringInPlace_${reason}`, { place })}</li>
            ))}
          </ul>
        </details>
      )}
      {moods.length > 0 && (
        <fieldset class="words">
          <legend>{t('bringInMoods')}</legend>
          {moods.map(({ name, count, answer: given }) => (
            <label key={name} class="axis">
              <bdi>{t('bringInMoodName', { name, count })}</bdi>
              <select
                value={String(given ?? 'none')}
                onChange={({ currentTarget }) =>
                  answer(name, MOODS.find((mood) => String(mood) === currentTarget.value) ?? 'none')
                }
              >
                <option value="none">{t('bringInNoMood')}</option>
                {MOODS.map((mood) => (
                  <option key={mood} value={mood}>
                    {feeling(`mood_${mood}`)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      )}
      <p class="actions">
        {counts.ready > 0 ? (
          <button type="button" class="button" onClick={go}>
            {t('bringInGo', { count: counts.ready })}
          </button>
        ) : (
          t('bringInNothing')
        )}
        <button type="button" class="link" onClick={dismiss}>
          {t('bringInNot')}
        </button>
      </p>
    </div>
  );
}
