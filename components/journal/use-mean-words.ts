import { feelingWords } from '../../utils/i18n/en/feelings.ts';
import { pictureWords } from '../../utils/i18n/en/pictures.ts';
import { nearestMood } from '../../utils/journal/feelings.ts';
import { useWords, type Words } from '../ui/words.tsx';

/** The words of pictures, and how a mean from 1 to 5 is said: `Good, 3.8 of 5`. */
export function useMeanWords(): Words & { mean: (mean: number) => string } {
  const words = useWords(pictureWords);
  const { t, formats } = words;
  const moodWords = words.and(feelingWords);
  return {
    ...words,
    mean: (mean) =>
      t('meanOfFive', {
        word: moodWords.t(`mood_${nearestMood(mean)}`),
        mean: formats.number(Math.round(mean * 10) / 10),
      }),
  };
}
