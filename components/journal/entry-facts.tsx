import { feelingWords } from '../../utils/i18n/en/feelings.ts';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { Entry } from '../../utils/journal/schema.ts';
import { useWords } from '../ui/words.tsx';
import { MoodFace } from './mood-face.tsx';

/** The mood, the feelings, what it was about and the tags of an entry. */
export function EntryFacts({ entry: { mood, feelings, about, tags, pinned } }: { entry: Entry }) {
  const { t } = useWords(journalWords);
  const { t: feeling } = useWords(feelingWords);
  const words = [...(pinned ? [t('pinned')] : []), ...feelings, ...about, ...tags.map((tag) => `#${tag}`)];
  return (
    <>
      {mood !== undefined && (
        <p class="entry-mood">
          <MoodFace mood={mood} /> {feeling(`mood_${mood}`)}
        </p>
      )}
      {words.length > 0 && <p class="hint">{words.join(' · ')}</p>}
    </>
  );
}
