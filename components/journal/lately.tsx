import { useCallback, useEffect, useState } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import { dayOf, moodDays } from '../../utils/journal/days.ts';
import type { JournalPrefs } from '../../utils/journal/schema.ts';
import { latelyBesideUsual } from '../../utils/journal/usual.ts';
import { useWords } from '../ui/words.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { ReachAlly } from './reach-ally.tsx';
import { useKept } from './use-vault.ts';

export interface LatelyProps {
  ports: Pick<JournalPorts, 'journal' | 'clock' | 'personZone' | 'openPopup'>;
  prefs: JournalPrefs;
  change: number;
}

/** For whoever asked to be told: that days lately were lower than usual. It stays until it is put away. */
export function Lately({ ports, prefs, change }: LatelyProps) {
  const { t } = useWords(journalWords);
  const { journal, clock, personZone } = ports;
  const { lowerThanUsual, toldAt } = prefs;
  const [told, setTold] = useState(false);
  const lower = useKept(
    useCallback(async (): Promise<boolean> => {
      if (!lowerThanUsual) return false;
      const now = clock.now();
      const days = moodDays((await journal.all()).map(({ entry }) => entry));
      return latelyBesideUsual(days, dayOf({ at: now, zone: personZone }), now, toldAt).kind === 'lower';
    }, [journal, clock, personZone, lowerThanUsual, toldAt]),
    change,
  );
  // Once it has been shown it stays here, although it counts as told from then on.
  useEffect(() => {
    if (lower !== true || told) return;
    setTold(true);
    const now = clock.now();
    void journal.changePrefs((before) => ({ ...before, toldAt: now }));
  }, [lower, told, journal, clock]);
  if (!told) return null;
  return (
    <div class="low-moment">
      <p>{t('lately')}</p>
      <p>{t('latelyText')}</p>
      <ReachAlly openPopup={ports.openPopup} />
      <button type="button" class="link" onClick={() => setTold(false)}>
        {t('latelyHide')}
      </button>
    </div>
  );
}
