import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { VaultState } from '../../utils/journal/ports.ts';
import { useWords } from '../ui/words.tsx';
import { Erase } from './erase.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { ReachAlly } from './reach-ally.tsx';

export interface UnusableProps {
  reason: Extract<VaultState, { kind: 'unusable' }>['reason'];
  ports: JournalPorts;
  erase: () => void;
}

/** Why there is no journal here, what still works, and what to do. */
export function Unusable({ reason, ports, erase }: UnusableProps) {
  const { t } = useWords(journalWords);
  return (
    <>
      <p class="notice">{t(reason)}</p>
      {reason === 'missing' && (
        <p>
          <button type="button" class="button soft" onClick={() => void ports.journal.begin()}>
            {t('startNew')}
          </button>
        </p>
      )}
      {reason === 'damaged' && <Erase erase={erase} />}
      <ReachAlly openPopup={ports.openPopup} />
    </>
  );
}
