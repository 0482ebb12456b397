import type { Ally } from '../../utils/directory/schema.ts';
import { useWords } from '../ui/words.tsx';

/** What an ally was trained in, and until when it holds. */
export function TrainingList({ training }: { training: Ally['training'] }) {
  const { t, formats } = useWords();
  return (
    <ul class="plain">
      {training.map(({ name, completed, expires }) => (
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
