import type { PasskeyErrand } from '../../utils/journal/passkey.ts';
import type { Journal } from '../../utils/journal/ports.ts';

/** The panel, as far as passkeys go. */
export interface ErrandPorts {
  journal: Pick<Journal, 'state' | 'passkeys' | 'addPasskey' | 'unlock' | 'lock'>;
  leave: () => void;
  /** The window is closed. */
  over: () => void;
}

/** What a window for passkeys is to do for this journal: add one, or open it with one. */
export function passkeyErrand(
  kind: PasskeyErrand['kind'],
  { journal, leave, over }: ErrandPorts,
): PasskeyErrand {
  return {
    kind,
    known: () => journal.passkeys(),
    async take(secret) {
      if (kind === 'use') {
        const done = await journal.unlock({ way: 'passkey', prf: secret.prf });
        return done === 'open' ? 'done' : done;
      }
      const done = await journal.addPasskey(secret);
      if (done === 'saved') return 'done';
      return journal.state().kind === 'open' ? 'unsaved' : 'locked';
    },
    over,
    leave() {
      document.documentElement.hidden = true;
      void journal.lock().finally(leave);
    },
  };
}
