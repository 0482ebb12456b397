import { feelingWords } from '../../utils/i18n/en/feelings.ts';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { MOODS, type Mood } from '../../utils/journal/schema.ts';
import { useWords } from '../ui/words.tsx';
import { MoodFace } from './mood-face.tsx';

export interface MoodChoiceProps {
  mood: Mood | undefined;
  change: (mood: Mood) => void;
}

/** How are you: five faces with their words, of which one can be chosen. */
export function MoodChoice({ mood, change }: MoodChoiceProps) {
  const { t } = useWords(journalWords);
  const { t: feeling } = useWords(feelingWords);
  return (
    <fieldset class="moods">
      <legend>{t('howAreYou')}</legend>
      {MOODS.map((point) => (
        <label key={point} class="mood">
          <input
            type="radio"
            name="mood"
            value={point}
            checked={mood === point}
            onChange={() => change(point)}
          />
          <MoodFace mood={point} />
          <span>{feeling(`mood_${point}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
