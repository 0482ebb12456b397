import { browser } from '../platform/browser.ts';
import { extension } from '../platform/native.ts';

/** One id for every notice, so that a new one takes the place of the old and none stack. */
const ID = 'earshot-break';

/** A notice as it is shown, in the person's words. */
export interface ShownNotice {
  title: string;
  message: string;
  /** At most two, the first the likelier; Firefox has none, and a click opens the same choice. */
  buttons: readonly string[];
  /** With the system's sound. */
  sound: boolean;
}

/** Of the one that is shown to see that it comes: nothing follows from what is done to it. */
const TEST_ID = 'earshot-test';

/** Shows a notice, unless one is there. Resolves where the browser refuses, too. */
export async function showNotice(
  { title, message, buttons, sound }: ShownNotice,
  id: typeof ID | typeof TEST_ID = ID,
): Promise<void> {
  const plain = { type: 'basic', iconUrl: browser.runtime.getURL('/icon/48.png'), title, message } as const;
  try {
    // A worker that died may have come so far, and to create it again would be to show it twice.
    if (id in (await browser.notifications.getAll())) return;
    // Firefox throws where it finds buttons, or is to be silent.
    if (import.meta.env.FIREFOX) await browser.notifications.create(id, plain);
    else {
      await extension.notifications.create(id, {
        ...plain,
        silent: !sound,
        buttons: buttons.map((text) => ({ title: text })),
      });
    }
  } catch {
    // The badge and the popup say the same.
  }
}

/** Shows a notice to see that it comes, anew each time. */
export async function showTestNotice(notice: ShownNotice): Promise<void> {
  await browser.notifications.clear(TEST_ID);
  await showNotice(notice, TEST_ID);
}

export async function clearNotice(): Promise<void> {
  await browser.notifications.clear(ID);
}

/** What a person did with a notice: clicked it, and in Chromium pressed one of its buttons (from 0), or closed it. */
export type NoticeAct = { kind: 'clicked' } | { kind: 'button'; index: number } | { kind: 'closed' };

/** Calls back with what is done to notices. To be called at the start of the worker. */
export function onNotice(act: (act: NoticeAct) => void): void {
  browser.notifications.onClicked.addListener((id) => {
    if (id === ID) act({ kind: 'clicked' });
  });
  // Firefox says of each that the person closed it, of one that another has replaced, too.
  if (import.meta.env.FIREFOX) return;
  browser.notifications.onClosed.addListener((id, byUser) => {
    if (id === ID && byUser) act({ kind: 'closed' });
  });
  extension.notifications.onButtonClicked.addListener((id, index) => {
    if (id === ID) act({ kind: 'button', index });
  });
}
