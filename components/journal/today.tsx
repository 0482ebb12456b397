import { useCallback, useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { Draft, JournalPrefs } from '../../utils/journal/schema.ts';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../ui/words.tsx';
import { Composer } from './composer.tsx';
import { greetingAt } from './greeting.ts';
import type { JournalPorts } from './journal-ports.ts';
import { useKept } from './use-vault.ts';

export interface TodayProps {
  ports: JournalPorts;
  prefs: JournalPrefs;
  change: number;
}

/** The quiet check-in, and drafts that were not finished. */
export function Today({ ports, prefs, change }: TodayProps) {
  const { t, formats } = useWords(journalWords);
  const { journal } = ports;
  const [round, setRound] = useState(0);
  const [draft, setDraft] = useState<Draft>();
  const now = useNow(ports.clock);
  const drafts = useKept(
    useCallback(() => journal.drafts(), [journal]),
    `${round} ${change}`,
  );
  // Only those from before: the one that is being written now is not unfinished.
  const [began] = useState(() => ports.clock.now());
  const unfinished = (drafts ?? []).filter(({ changed, id }) => changed < began && id !== draft?.id);
  return (
    <>
      <h2>{t(greetingAt(new Date(now).getHours()))}</h2>
      <p class="lead">{t('here')}</p>
      <Composer
        key={`${round} ${draft?.id ?? ''}`}
        ports={ports}
        draft={draft}
        spellcheck={prefs.spellcheck}
        ownPrompts={prefs.ownPrompts}
        done={() => {
          setDraft(undefined);
          setRound(round + 1);
        }}
      />
      {unfinished.length > 0 && (
        <section class="drafts" aria-labelledby="drafts-title">
          <h3 id="drafts-title">{t('drafts')}</h3>
          <ul class="plain">
            {unfinished.map((found) => (
              <li key={found.id}>
                <p dir="auto">{found.content.text.slice(0, 140)}</p>
                <p class="hint">{formats.ago(found.changed, now)}</p>
                <p class="actions">
                  <button type="button" class="link" onClick={() => setDraft(found)}>
                    {t('draftOpen')}
                  </button>
                  <button
                    type="button"
                    class="link"
                    onClick={() => void journal.dropDraft(found.id).then(() => setRound(round + 1))}
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
