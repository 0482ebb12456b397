import { useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { JournalPrefs } from '../../utils/journal/schema.ts';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../ui/words.tsx';
import { BackupDue } from './backup-due.tsx';
import { Composer } from './composer.tsx';
import { greetingAt } from './greeting.ts';
import type { JournalPorts } from './journal-ports.ts';
import { Lately } from './lately.tsx';
import { type Unfinished, useUnfinished } from './use-unfinished.ts';

export interface TodayProps {
  ports: JournalPorts;
  prefs: JournalPrefs;
  change: number;
  /** Goes where a backup is made. */
  makeBackup: () => void;
}

/** The quiet check-in, and drafts that were not finished. */
export function Today({ ports, prefs, change, makeBackup }: TodayProps) {
  const { t, formats } = useWords(journalWords);
  const { journal } = ports;
  const [round, setRound] = useState(0);
  const [resumed, setResumed] = useState<Unfinished>();
  const now = useNow(ports.clock);
  const unfinished = useUnfinished(ports, `${round} ${change}`).filter(
    ({ draft }) => draft.id !== resumed?.draft.id,
  );
  return (
    <>
      <h2>{t(greetingAt(new Date(now).getHours()))}</h2>
      <p class="lead">{t('here')}</p>
      <Lately ports={ports} prefs={prefs} change={change} />
      <Composer
        key={`${round} ${resumed?.draft.id ?? ''}`}
        ports={ports}
        draft={resumed?.draft}
        kept={resumed?.kept}
        spellcheck={prefs.spellcheck}
        ownPrompts={prefs.ownPrompts}
        done={() => {
          setResumed(undefined);
          setRound(round + 1);
        }}
      />
      <BackupDue ports={ports} prefs={prefs} change={change} makeOne={makeBackup} />
      {unfinished.length > 0 && (
        <section class="drafts" aria-labelledby="drafts-title">
          <h3 id="drafts-title">{t('drafts')}</h3>
          <ul class="plain">
            {unfinished.map((found) => (
              <li key={found.draft.id}>
                <p dir="auto">{found.draft.content.text.slice(0, 140)}</p>
                <p class="hint">{formats.ago(found.draft.changed, now)}</p>
                <p class="actions">
                  <button type="button" class="link" onClick={() => setResumed(found)}>
                    {t('draftOpen')}
                  </button>
                  <button
                    type="button"
                    class="link"
                    onClick={() => void journal.dropDraft(found.draft.id).then(() => setRound(round + 1))}
                  >
                    {t('draftDrop')}
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
