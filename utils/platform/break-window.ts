import { storage } from 'wxt/utils/storage';
import { browser } from './browser.ts';

const SIZE = { width: 440, height: 640 };

/** The window of each page that was opened last; forgotten when the browser ends, as the window is. */
const OPENED = {
  '/break.html': storage.defineItem<number>('session:breakWindow'),
  '/sidepanel.html': storage.defineItem<number>('session:checkInWindow'),
} as const;

/** Opens a page in a small window of its own, or brings that window to the front where it is open already. */
export async function openBreakWindow(page: keyof typeof OPENED = '/break.html'): Promise<void> {
  const opened = OPENED[page];
  const before = await opened.getValue();
  if (before !== null) {
    const there = await browser.windows.update(before, { focused: true }).catch(() => undefined);
    if (there !== undefined) return;
  }
  const { id } = await browser.windows.create({ url: browser.runtime.getURL(page), type: 'popup', ...SIZE });
  if (id !== undefined) await opened.setValue(id);
}
