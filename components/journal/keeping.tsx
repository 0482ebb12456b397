import { useCallback } from 'preact/hooks';
import { journalWords } from '../../utils/i18n/en/journal.ts';
import type { VaultState } from '../../utils/journal/ports.ts';
import type { JournalPrefs } from '../../utils/journal/schema.ts';
import { later } from '../ui/later.tsx';
import { useWords } from '../ui/words.tsx';
import { AsideList } from './aside-list.tsx';
import { Erase } from './erase.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { OwnPrompts } from './own-prompts.tsx';
import { PasskeySection } from './passkey-section.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import { RecoveryForm } from './recovery-form.tsx';
import { useKept } from './use-vault.ts';

/** The readers and writers of files are larger than all the rest of the panel. */
const InAndOut = later(async () => (await import('./in-and-out.tsx')).InAndOut);

/** Minutes of quiet after which the journal can lock itself. */
const LOCK_AFTER = [1, 5, 15, 30, 60, 120, 480];

export interface KeepingProps {
  ports: JournalPorts;
  vault: Extract<VaultState, { kind: 'open' }>;
  prefs: JournalPrefs;
  change: number;
  erase: () => void;
}

/** Who can open the journal, when it locks, and how to take it along or be rid of it. */
export function Keeping({ ports, vault, prefs, change, erase }: KeepingProps) {
  const { t } = useWords(journalWords);
  const { journal } = ports;
  const has = vault.ways.includes('passphrase');
  const lockAfter = useKept(
    useCallback(() => journal.lockAfter(), [journal]),
    change,
  );
  return (
    <>
      <section aria-labelledby="security-title">
        <h2 id="security-title">{t('securityTitle')}</h2>
        <p>{t(has ? 'passphraseText' : 'deviceText')}</p>
        <PassphraseForm journal={journal} has={has} />
        {has && (
          <RecoveryForm
            journal={journal}
            has={vault.ways.includes('recovery')}
            copy={ports.copy}
            print={ports.print}
            random={ports.random}
          />
        )}
        {has && (
          <PasskeySection journal={journal} passkeys={ports.passkeys} leave={ports.leave} change={change} />
        )}
        {has && (
          <p>
            <label for="lock-after">{t('lockAfter')}</label>{' '}
            <select
              id="lock-after"
              value={String(lockAfter ?? '')}
              onChange={({ currentTarget }) =>
                void journal.setLockAfter(
                  currentTarget.value === '' ? undefined : Number(currentTarget.value),
                )
              }
            >
              <option value="">{t('lockNever')}</option>
              {LOCK_AFTER.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {minutes < 60
                    ? t('lockMinutes', { count: minutes })
                    : t('lockHours', { count: minutes / 60 })}
                </option>
              ))}
            </select>
          </p>
        )}
        <label class="check">
          <input
            type="checkbox"
            checked={prefs.spellcheck}
            aria-describedby="spellcheck-hint"
            onChange={({ currentTarget: { checked } }) =>
              void journal.changePrefs((before) => ({ ...before, spellcheck: checked }))
            }
          />
          {t('spellcheck')}
        </label>
        <p id="spellcheck-hint" class="hint">
          {t('spellcheckHint')}
        </p>
      </section>
      <OwnPrompts journal={journal} prefs={prefs} />
      {vault.aside > 0 && <AsideList journal={journal} count={vault.aside} change={change} />}
      <InAndOut ports={ports} prefs={prefs} aside={vault.aside} change={change} />
      <Erase erase={erase} />
    </>
  );
}
