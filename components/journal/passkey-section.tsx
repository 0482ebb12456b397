import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { passkeyWords } from '../../utils/i18n/en/passkey.ts';
import type { PasskeyPorts } from '../../utils/journal/passkey.ts';
import type { Journal } from '../../utils/journal/ports.ts';
import { useWords } from '../ui/words.tsx';
import { passkeyErrand } from './passkey-errand.ts';
import { usePasskeysOffered } from './passkey-offered.ts';
import { useKept } from './use-vault.ts';

export interface PasskeySectionProps {
  journal: Pick<Journal, 'state' | 'passkeys' | 'addPasskey' | 'removeWay' | 'unlock' | 'lock'>;
  /** Absent where the browser has none for an extension. */
  passkeys: PasskeyPorts | undefined;
  leave: () => void;
  change: number;
}

type Said = 'passkeyOpened' | 'passkeyBlocked' | 'passkeyRemoved' | 'passkeyNotRemoved';

/** The passkeys that open the journal beside its passphrase: how many, one more, or none any more. */
export function PasskeySection({ journal, passkeys, leave, change }: PasskeySectionProps) {
  const { t } = useWords(passkeyWords);
  const offered = usePasskeysOffered(passkeys);
  const known = useKept(
    useCallback(() => journal.passkeys(), [journal]),
    change,
  );
  const [sure, setSure] = useState(false);
  const [said, setSaid] = useState<{ what: Said; count: number }>();
  const keep = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (sure) keep.current?.focus();
  }, [sure]);

  const count = known?.length ?? 0;
  const add = (): void => {
    if (passkeys === undefined) return;
    const opened = passkeys.open(passkeyErrand('add', { journal, retire: passkeys.retire, leave }));
    setSaid({ what: opened ? 'passkeyOpened' : 'passkeyBlocked', count });
  };
  const remove = async (): Promise<void> => {
    await journal.removeWay('passkey');
    const left = await journal.passkeys();
    setSure(false);
    setSaid({ what: left.length === 0 ? 'passkeyRemoved' : 'passkeyNotRemoved', count: left.length });
    heading.current?.focus();
    if (left.length === 0) await passkeys?.retire(known ?? []);
  };
  // What was said of an errand is over once there is one more.
  const says =
    said !== undefined && (said.what === 'passkeyBlocked' || said.count === count) ? said.what : undefined;
  if (offered === undefined) return null;
  if (!offered && count === 0) return <p class="hint">{t('passkeyNotHere')}</p>;
  return (
    <section class="passkey" aria-labelledby="passkey-title">
      <h3 id="passkey-title" tabIndex={-1} ref={heading}>
        {t('passkeyTitle')}
      </h3>
      <p class="hint">{t(offered ? 'passkeyText' : 'passkeyNotHere')}</p>
      {count > 0 && <p>{t('passkeyCount', { count })}</p>}
      <p role="status" class={says === undefined ? 'unseen' : 'notice'}>
        {says !== undefined && t(says)}
      </p>
      {sure ? (
        <div role="group" aria-labelledby="passkey-sure">
          <p id="passkey-sure">{t('passkeyRemoveSure', { count })}</p>
          <p class="actions">
            <button type="button" class="button" onClick={() => void remove()}>
              {t('passkeyRemoveYes')}
            </button>
            <button
              type="button"
              class="quiet"
              ref={keep}
              onClick={() => {
                setSure(false);
                heading.current?.focus();
              }}
            >
              {t('passkeyRemoveNo')}
            </button>
          </p>
        </div>
      ) : (
        <p class="actions">
          {offered && (
            <button type="button" class="button soft" onClick={add}>
              {t(count === 0 ? 'passkeyAdd' : 'passkeyAddAnother')}
            </button>
          )}
          {count > 0 && (
            <button type="button" class="quiet" onClick={() => setSure(true)}>
              {t('passkeyRemove', { count })}
            </button>
          )}
        </p>
      )}
    </section>
  );
}
