import { useEffect, useState } from 'preact/hooks';
import { feelingWords } from '../../utils/i18n/en/feelings.ts';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { momentIn } from '../../utils/i18n/moment-in.ts';
import type { Kept } from '../../utils/journal/ports.ts';
import type { Entry } from '../../utils/journal/schema.ts';
import { summaryOf } from '../../utils/journal/summary.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { useWords } from '../ui/words.tsx';
import { EntryBrowser } from './entry-browser.tsx';
import type { JournalPorts } from './journal-ports.ts';
import type { Found } from './use-found.ts';

export interface TakeAlongProps {
  found: Found;
  ports: Pick<JournalPorts, 'copy' | 'openPopup'>;
}

/** Entries that the person picks, as a text to change and copy. It is kept nowhere and sent to nobody. */
export function TakeAlong({ found, ports }: TakeAlongProps) {
  const { t, formats } = useWords(journalWords);
  const { t: feeling } = useWords(feelingWords);
  const [picked, setPicked] = useState<ReadonlyMap<string, Entry>>(new Map());
  const [text, setText] = useState<string>();
  useEffect(found.want, [found.want]);
  const toggle = ({ entry }: Kept): void => {
    const next = new Map(picked);
    if (!next.delete(entry.id)) next.set(entry.id, entry);
    setPicked(next);
  };
  const write = (): void =>
    setText(
      summaryOf([...picked.values()], {
        moment: (at, zone) => momentIn(formats.locale, at, zone),
        mood: (mood) => feeling(`mood_${mood}`),
        feelings: (words) => t('summaryFeelings', { words: formats.list(words) }),
        about: (words) => t('summaryAbout', { words: formats.list(words) }),
      }),
    );
  if (text !== undefined) {
    return (
      <>
        <h2>{t('takeAlong')}</h2>
        <p>{t('takeAlongText')}</p>
        <textarea
          class="editor summary-text"
          aria-label={t('takeAlongSummary')}
          spellcheck={false}
          autocomplete="off"
          dir="auto"
          rows={12}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <p class="actions">
          <CopyButton text={text} what={t('takeAlongSummary')} copy={ports.copy} />
          <button type="button" class="link" onClick={() => setText(undefined)}>
            {t('takeAlongOthers')}
          </button>
        </p>
      </>
    );
  }
  return (
    <>
      <h2>{t('takeAlong')}</h2>
      <p>{t('takeAlongPick')}</p>
      <EntryBrowser
        found={found}
        open={() => undefined}
        picking={{ picked: new Set(picked.keys()), toggle }}
      />
      <p>
        <button type="button" class="button" disabled={picked.size === 0} onClick={write}>
          {t('takeAlongWrite', { count: picked.size })}
        </button>
      </p>
    </>
  );
}
