import { journalWords } from '../../utils/i18n/en/journal.ts';
import { momentIn } from '../../utils/i18n/moment-in.ts';
import type { Kept } from '../../utils/journal/ports.ts';
import { useWords } from '../ui/words.tsx';
import { MoodFace } from './mood-face.tsx';

export interface EntryListProps {
  entries: readonly Kept[];
  label: string;
  open: (id: string) => void;
  /** Picks entries instead of opening them. */
  picking?: { picked: ReadonlySet<string>; toggle: (kept: Kept) => void } | undefined;
}

const FIRST_LINE = 140;

/** What an entry begins with, for a list. */
function beginning(text: string): string {
  const line = text.trimStart().split('\n', 1)[0] ?? '';
  return line.length > FIRST_LINE ? `${line.slice(0, FIRST_LINE)}…` : line;
}

/** Entries in their order, each with its day, its mood and how it begins. */
export function EntryList({ entries, label, open, picking }: EntryListProps) {
  const { t, formats } = useWords(journalWords);
  return (
    // biome-ignore lint/a11y/noRedundantRoles: WebKit and Blink drop the role of a list without bullets
    <ul class="entries" role="list" aria-label={label}>
      {entries.map((kept) => {
        const { entry } = kept;
        const moment = momentIn(formats.locale, entry.at, entry.zone);
        return (
          <li key={entry.id} class="entry-row">
            {picking !== undefined && (
              <input
                type="checkbox"
                aria-label={moment}
                checked={picking.picked.has(entry.id)}
                onChange={() => picking.toggle(kept)}
              />
            )}
            {entry.mood !== undefined && <MoodFace mood={entry.mood} />}
            <div>
              <h3>
                {picking === undefined ? (
                  <button type="button" class="entry-open" data-item onClick={() => open(entry.id)}>
                    {moment}
                  </button>
                ) : (
                  moment
                )}
              </h3>
              {entry.text.trim() !== '' && (
                <p class="entry-beginning" dir="auto">
                  {beginning(entry.text)}
                </p>
              )}
              {(entry.feelings.length > 0 || entry.tags.length > 0 || entry.pinned) && (
                <p class="hint">
                  {[
                    ...(entry.pinned ? [t('pinned')] : []),
                    ...entry.feelings,
                    ...entry.tags.map((tag) => `#${tag}`),
                  ].join(' · ')}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
