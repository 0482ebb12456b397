import { useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { Journal } from '../../utils/journal/ports.ts';
import { type JournalPrefs, LONGEST_PROMPT, MOST_PROMPTS } from '../../utils/journal/schema.ts';
import { useWords } from '../ui/words.tsx';

export interface OwnPromptsProps {
  journal: Pick<Journal, 'changePrefs'>;
  prefs: JournalPrefs;
}

/** The person's own prompts: added, and removed again. */
export function OwnPrompts({ journal, prefs }: OwnPromptsProps) {
  const { t } = useWords(journalWords);
  const [typed, setTyped] = useState('');
  const { ownPrompts } = prefs;
  const change = (prompts: (before: readonly string[]) => string[]): void =>
    void journal.changePrefs((before) => ({ ...before, ownPrompts: prompts(before.ownPrompts) }));
  const add = (event: Event): void => {
    event.preventDefault();
    const prompt = typed.trim();
    setTyped('');
    if (prompt === '') return;
    change((before) => [...new Set([...before, prompt])].slice(0, MOST_PROMPTS));
  };
  return (
    <section aria-labelledby="own-prompts-title">
      <h2 id="own-prompts-title">{t('ownPrompts')}</h2>
      <p class="hint">{t('ownPromptsHint')}</p>
      {ownPrompts.length > 0 && (
        <ul class="own-prompts plain">
          {ownPrompts.map((prompt) => (
            <li key={prompt}>
              <span class="prompt" dir="auto">
                {prompt}
              </span>{' '}
              <button
                type="button"
                class="quiet"
                aria-label={t('ownPromptsRemove', { prompt })}
                onClick={() => change((before) => before.filter((other) => other !== prompt))}
              >
                {t('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {ownPrompts.length < MOST_PROMPTS && (
        <form class="inline-form" onSubmit={add}>
          <input
            aria-label={t('ownPromptsNew')}
            autocomplete="off"
            maxLength={LONGEST_PROMPT}
            spellcheck={prefs.spellcheck}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <button type="submit" class="button soft">
            {t('ownPromptsAdd')}
          </button>
        </form>
      )}
    </section>
  );
}
