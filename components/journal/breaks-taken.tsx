import { recordCsv } from '../../utils/breaks/weeks.ts';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { dayOf } from '../../utils/journal/days.ts';
import type { JournalPrefs } from '../../utils/journal/schema.ts';
import { BreakRecord } from '../breaks/break-record.tsx';
import { useWords } from '../ui/words.tsx';
import type { JournalPorts } from './journal-ports.ts';

/** The record of breaks, as the journal keeps it. */
export function BreaksTaken({ ports, prefs }: { ports: JournalPorts; prefs: JournalPrefs }) {
  const { t } = useWords(breakWords);
  const today = dayOf({ at: ports.clock.now(), zone: ports.personZone });
  return (
    <section aria-labelledby="breaks-taken-title">
      <h2 id="breaks-taken-title">{t('breaks')}</h2>
      <BreakRecord
        record={prefs.breaks}
        today={today}
        save={() =>
          ports.saveFile({ name: `breaks-${today}.csv`, type: 'text/csv', content: recordCsv(prefs.breaks) })
        }
        remove={() => void ports.journal.changePrefs((before) => ({ ...before, breaks: [] }))}
      />
    </section>
  );
}
