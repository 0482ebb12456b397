import { useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { useWords } from '../ui/words.tsx';

export interface WordChoiceProps {
  legend: string;
  /** The words on offer, as they are stored and shown. */
  offered: readonly string[];
  chosen: readonly string[];
  change: (chosen: string[]) => void;
  /** The name of the field for an own word. */
  ownLabel: string;
}

/** Words to switch on and off, and a field for an own one. */
export function WordChoice({ legend, offered, chosen, change, ownLabel }: WordChoiceProps) {
  const { t } = useWords(journalWords);
  const [own, setOwn] = useState('');
  const shown = [...new Set([...offered, ...chosen])];
  const toggle = (word: string): void =>
    change(chosen.includes(word) ? chosen.filter((other) => other !== word) : [...chosen, word]);
  const add = (): void => {
    const word = own.trim().slice(0, 60);
    setOwn('');
    if (word !== '' && !chosen.includes(word)) change([...chosen, word]);
  };
  return (
    <fieldset class="words">
      <legend>{legend}</legend>
      <div class="word-chips">
        {shown.map((word) => (
          <button
            key={word}
            type="button"
            class="chip"
            aria-pressed={chosen.includes(word)}
            onClick={() => toggle(word)}
          >
            <bdi>{word}</bdi>
          </button>
        ))}
        <input
          class="own-word"
          aria-label={ownLabel}
          placeholder={t('ownWord')}
          autocomplete="off"
          spellcheck={false}
          maxLength={60}
          value={own}
          onInput={({ currentTarget }) => setOwn(currentTarget.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
      </div>
    </fieldset>
  );
}
