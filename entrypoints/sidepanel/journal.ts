import { cipher, randomBytes } from '../../utils/journal/cipher.ts';
import { journalDatabase } from '../../utils/journal/database.ts';
import { after, deadline } from '../../utils/journal/deadline.ts';
import { argon2idInWorker } from '../../utils/journal/kdf.ts';
import { createWindows } from '../../utils/journal/lock-signal.ts';
import { outsideCount } from '../../utils/journal/outside-count.ts';
import type { Journal } from '../../utils/journal/ports.ts';
import { createJournal } from '../../utils/journal/vault.ts';

/** The journal over this browser's own database, keys, locks and clock. */
export const openJournal = (): Journal =>
  createJournal({
    clock: { now: () => Date.now() },
    random: randomBytes,
    cipher,
    kdf: argon2idInWorker,
    database: journalDatabase,
    windows: createWindows(),
    outside: outsideCount,
    deadline,
    after,
  });
