import { isErrand, type PasskeyErrand, type PasskeyPorts } from './passkey.ts';

const PAGE = '/passkey.html';
/** With this name, a second errand takes the window of the first. */
const NAME = 'passkey';
const LOOKS = 'popup,width=440,height=600';
/** Under which the panel lays the errand out for the window that it opens. */
const ERRAND = 'passkeyErrand';

/** Whether the browser can ask a passkey for a key. Firefox says yes, and then refuses every extension's page. */
async function offered(): Promise<boolean> {
  if (typeof PublicKeyCredential === 'undefined') return false;
  const can = await PublicKeyCredential.getClientCapabilities().catch(() => undefined);
  return can?.['extension:prf'] === true;
}

/** The panel's side: the window that asks for a passkey. */
export const passkeyWindow: PasskeyPorts = {
  offered,
  open(errand) {
    Reflect.set(globalThis, ERRAND, errand);
    const opened = window.open(PAGE, NAME, LOOKS);
    opened?.focus();
    return opened !== null;
  },
};

/**
 * The window's side: what the panel that opened it wants done. None where it was opened in another way, and
 * where the panel is gone.
 *
 * @param gone called when the panel goes
 */
export function errandFrom(opener: unknown, gone: () => void): PasskeyErrand | undefined {
  if (typeof opener !== 'object' || opener === null) return undefined;
  try {
    const errand: unknown = Reflect.get(opener, ERRAND);
    if (!isErrand(errand)) return undefined;
    if ('addEventListener' in opener && typeof opener.addEventListener === 'function')
      opener.addEventListener('pagehide', gone);
    return errand;
  } catch {
    // Another origin's: it has nothing to say here.
    return undefined;
  }
}
