import { useEffect, useState } from 'preact/hooks';
import type { PasskeyPorts } from '../../utils/journal/passkey.ts';

/** Whether passkeys can be used here; undefined until that is known. */
export function usePasskeysOffered(passkeys: PasskeyPorts | undefined): boolean | undefined {
  const [offered, setOffered] = useState(passkeys === undefined ? false : undefined);
  useEffect(() => {
    void passkeys?.offered().then(setOffered);
  }, [passkeys]);
  return offered;
}
