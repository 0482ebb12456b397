import type { Ally } from '../../utils/directory/schema.ts';
import { cardWords } from '../../utils/i18n/en/card.ts';
import { useWords } from '../ui/words.tsx';

/** What an ally was trained in, and until when it holds; what has run out by `today` (an ISO day) is left out. */
export function TrainingList({ training, today }: { training: Ally['training']; today: string }) {
  const { t, formats } = useWords(cardWords);
  const valid = training.filter(({ expires }) => expires === undefined || expires >= today);
  return (
    <ul class="plain">
      {valid.map(({ name, completed, expires }) => (
        <li key={`${name} ${completed ?? ''}`}>
          {expires !== undefined
            ? t('trainingUntil', { name, date: formats.day(expires) })
            : completed !== undefined
              ? t('trainingCompleted', { name, date: formats.day(completed) })
              : t('trainingPlain', { name })}
        </li>
      ))}
    </ul>
  );
}
