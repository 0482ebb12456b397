import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { passkeyWords } from '../../utils/i18n/en/passkey.ts';
import type { PasskeyPorts } from '../../utils/journal/passkey.ts';
import type { Journal } from '../../utils/journal/ports.ts';
import { useWords } from '../ui/words.tsx';
import { usePasskeyWindow } from './passkey-use.ts';
import { useKept } from './use-vault.ts';

export interface PasskeySectionProps {
  journal: Pick<Journal, 'state' | 'passkeys' | 'addPasskey' | 'removeWay' | 'unlock' | 'lock'>;
  /** Absent where the browser has none for an extension. */
  passkeys: PasskeyPorts | undefined;
  leave: () => void;
  change: number;
}

/** The passkeys that open the journal beside its passphrase: how many, one more, or none any more. */
export function PasskeySection({ journal, passkeys, leave, change }: PasskeySectionProps) {
  const { t } = useWords(passkeyWords);
  const { offered, standing, open } = usePasskeyWindow(journal, passkeys, leave);
  const known = useKept(
    useCallback(() => journal.passkeys(), [journal]),
    change,
  );
  const [sure, setSure] = useState(false);
  const [removal, setRemoval] = useState<'passkeyRemoved' | 'passkeyNotRemoved'>();
  const keep = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (sure) keep.current?.focus();
  }, [sure]);

  const count = known?.length ?? 0;
  const add = (): void => {
    setRemoval(undefined);
    open('add');
  };
  const remove = async (): Promise<void> => {
    await journal.removeWay('passkey');
    const left = await journal.passkeys();
    setSure(false);
    setRemoval(left.length === 0 ? 'passkeyRemoved' : 'passkeyNotRemoved');
    heading.current?.focus();
  };
  const says = standing ?? removal;
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
        <>
          <p id="passkey-sure">{t('passkeyRemoveSure')}</p>
          <p class="actions">
            <button
              type="button"
              class="button"
              aria-describedby="passkey-sure"
              onClick={() => void remove()}
            >
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
        </>
      ) : (
        <p class="actions">
          {offered && (
            <button type="button" class="button soft" onClick={add}>
              {t(count === 0 ? 'passkeyAdd' : 'passkeyAddAnother')}
            </button>
          )}
          {count > 0 && (
            <button type="button" class="quiet" onClick={() => setSure(true)}>
              {t('passkeyRemove')}
            </button>
          )}
        </p>
      )}
    </section>
  );
}
