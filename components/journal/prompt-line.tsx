import { useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { promptWords } from '../../utils/i18n/en/prompts.ts';
import { dayOf } from '../../utils/journal/days.ts';
import { promptFor } from '../../utils/journal/prompts.ts';
import type { Mood } from '../../utils/journal/schema.ts';
import { useWords } from '../ui/words.tsx';

export interface PromptLineProps {
  mood: Mood | undefined;
  /** What is written lies then, in ms since the epoch. */
  at: number;
  zone: string;
  own: readonly string[];
  /** The prompt that was chosen. */
  prompt: string | undefined;
  choose: (prompt: string) => void;
}

/** Something to begin with, for whoever would like that. */
export function PromptLine({ mood, at, zone, own, prompt, choose }: PromptLineProps) {
  const { t } = useWords(journalWords);
  const { t: words } = useWords(promptWords);
  const [seed, setSeed] = useState<number>();
  const show = (next: number): void => {
    const hour = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour;
    const found = promptFor({ day: dayOf({ at, zone }), mood, hour, own }, next);
    setSeed(next);
    choose(found.kind === 'own' ? found.text : words(found.key));
  };
  return (
    <p class="prompt-line">
      {prompt !== undefined && <span class="prompt">{prompt}</span>}{' '}
      <button type="button" class="link" onClick={() => show(seed === undefined ? 0 : seed + 1)}>
        {t(prompt === undefined ? 'prompt' : 'promptAnother')}
      </button>
    </p>
  );
}
