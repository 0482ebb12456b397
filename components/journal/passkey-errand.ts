import type { PasskeyErrand, PasskeyPorts } from '../../utils/journal/passkey.ts';
import type { Journal } from '../../utils/journal/ports.ts';

export interface ErrandPorts {
  journal: Pick<Journal, 'state' | 'passkeys' | 'addPasskey' | 'unlock' | 'lock'>;
  retire: PasskeyPorts['retire'];
  leave: () => void;
}

/** What a window for passkeys is to do for this journal: add one, or open it with one. */
export function passkeyErrand(
  kind: PasskeyErrand['kind'],
  { journal, retire, leave }: ErrandPorts,
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
      await retire([secret]);
      return journal.state().kind === 'open' ? 'unsaved' : 'locked';
    },
    leave() {
      document.documentElement.hidden = true;
      void journal.lock().finally(leave);
    },
  };
}
