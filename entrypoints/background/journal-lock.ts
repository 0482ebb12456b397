import { tellPanelsToLock } from '../../utils/journal/lock-signal.ts';
import { browser } from '../../utils/platform/browser.ts';

/** Locks the journal in every panel on its keyboard command. Where none is open, there is no key to drop. */
export function lockJournalOnCommand(): void {
  browser.commands.onCommand.addListener((command) => {
    if (command === 'lock-journal') tellPanelsToLock();
  });
}
