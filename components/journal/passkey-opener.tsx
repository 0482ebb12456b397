import { passkeyWords } from '../../utils/i18n/en/passkey.ts';
import type { PasskeyPorts } from '../../utils/journal/passkey.ts';
import { useWords } from '../ui/words.tsx';
import type { ErrandPorts } from './passkey-errand.ts';
import { usePasskeyWindow } from './passkey-use.ts';

export interface PasskeyOpenerProps {
  journal: ErrandPorts['journal'];
  passkeys: PasskeyPorts | undefined;
  leave: () => void;
}

/** Opens the journal with a passkey, where the browser can. */
export function PasskeyOpener({ journal, passkeys, leave }: PasskeyOpenerProps) {
  const { t } = useWords(passkeyWords);
  const { offered, standing, open } = usePasskeyWindow(journal, passkeys, leave);
  if (offered !== true) return null;
  return (
    <>
      <p class="actions">
        <button type="button" class="button soft" onClick={() => open('use')}>
          {t('passkeyUse')}
        </button>
      </p>
      <p role="status" class={standing === undefined ? 'unseen' : 'notice'}>
        {standing !== undefined && t(standing)}
      </p>
    </>
  );
}
