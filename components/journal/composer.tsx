import { useEffect, useRef, useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { Kept } from '../../utils/journal/ports.ts';
import type { Draft } from '../../utils/journal/schema.ts';
import { useWords } from '../ui/words.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { LowMoment } from './low-moment.tsx';
import { MoodChoice } from './mood-choice.tsx';
import { MoreWords } from './more-words.tsx';
import { PromptLine } from './prompt-line.tsx';
import { type Content, useAutosave } from './use-autosave.ts';

export interface ComposerProps {
  ports: JournalPorts;
  /** What is changed; absent for something new. */
  kept?: Kept | undefined;
  draft?: Draft | undefined;
  spellcheck: boolean;
  ownPrompts: readonly string[];
  /** Leaves it; whatever was written has been saved by then. */
  done: () => void;
}

/** Where a check-in is made and an entry is written: the mood first, and as much more as the person likes. */
export function Composer({ ports, kept, draft, spellcheck, ownPrompts, done }: ComposerProps) {
  const { t } = useWords(journalWords);
  const [empty] = useState<Content>(() => ({
    at: ports.clock.now(),
    zone: ports.personZone,
    feelings: [],
    about: [],
    tags: [],
    text: '',
    pinned: false,
  }));
  const { content, change, settle, standing } = useAutosave({ ports, kept, draft, empty });
  const [more, setMore] = useState(
    content.energy !== undefined || [...content.feelings, ...content.about, ...content.tags].length > 0,
  );
  const editor = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // As tall as what is in it.
    const area = editor.current;
    if (area === null) return;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${Math.max(area.scrollHeight + 2, 76)}px`;
  }, [content.text]);

  const trouble =
    standing === 'full' || standing === 'refused' || standing === 'locked'
      ? t(`failed${standing[0]?.toUpperCase() ?? ''}${standing.slice(1)}`)
      : standing === 'conflict' || standing === 'emptied'
        ? t(standing)
        : undefined;
  return (
    <section class="composer">
      <MoodChoice mood={content.mood} change={(mood) => change({ mood })} />
      <PromptLine
        mood={content.mood}
        at={content.at}
        zone={content.zone}
        own={ownPrompts}
        prompt={content.prompt}
        choose={(prompt) => change({ prompt })}
      />
      <textarea
        ref={editor}
        class="editor"
        aria-label={t('entry')}
        placeholder={t('entryPlaceholder')}
        spellcheck={spellcheck}
        autocomplete="off"
        dir="auto"
        value={content.text}
        onInput={({ currentTarget }) => change({ text: currentTarget.value })}
      />
      {more ? (
        <MoreWords content={content} change={change} />
      ) : (
        <button type="button" class="link" onClick={() => setMore(true)}>
          {t('more')}
        </button>
      )}
      <p class="composer-foot">
        <span role="status" class="standing">
          {standing === 'saved' ? t('saved') : standing === 'draft' ? t('unsaved') : ''}
          {standing === 'saving' ? t('saving') : ''}
        </span>
        {(standing !== 'idle' || kept !== undefined) && (
          <button type="button" class="button soft" onClick={() => void settle().then(done)}>
            {t(kept === undefined && draft === undefined ? 'another' : 'done')}
          </button>
        )}
      </p>
      {trouble !== undefined && (
        <p class="notice" role="alert">
          {trouble}
        </p>
      )}
      {content.mood !== undefined && content.mood <= 2 && <LowMoment openPopup={ports.openPopup} />}
      <p class="hint">{t('nobodyTold')}</p>
    </section>
  );
}
