import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PasskeyErrand, PasskeyPorts } from '../../utils/journal/passkey.ts';
import { type ErrandPorts, passkeyErrand } from './passkey-errand.ts';

export interface PasskeyWindowUse {
  /** Whether passkeys can be used here; undefined until that is known. */
  offered: boolean | undefined;
  /** What to say of the window, where there is something to say. */
  standing: 'passkeyOpened' | 'passkeyBlocked' | undefined;
  /** Opens the window, straight from a click. */
  open: (kind: PasskeyErrand['kind']) => void;
}

/** The window for passkeys, as the panel has it. */
export function usePasskeyWindow(
  journal: ErrandPorts['journal'],
  passkeys: PasskeyPorts | undefined,
  leave: () => void,
): PasskeyWindowUse {
  const [offered, setOffered] = useState(passkeys === undefined ? false : undefined);
  const [standing, setStanding] = useState<PasskeyWindowUse['standing']>();
  useEffect(() => {
    void passkeys?.offered().then(setOffered);
  }, [passkeys]);
  const open = useCallback(
    (kind: PasskeyErrand['kind']): void => {
      if (passkeys === undefined) return;
      const over = (): void => setStanding(undefined);
      const opened = passkeys.open(passkeyErrand(kind, { journal, leave, over }));
      setStanding(opened ? 'passkeyOpened' : 'passkeyBlocked');
    },
    [journal, passkeys, leave],
  );
  return { offered, standing, open };
}
