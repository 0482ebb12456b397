import { storage } from 'wxt/utils/storage';
import { browser } from './browser.ts';

const SIZE = { width: 440, height: 640 };

/** The window that was opened last; forgotten when the browser ends, as the window is. */
const opened = storage.defineItem<number>('session:breakWindow');

/** Opens a page in the small window of breaks, or brings that window to the front where it is open already. */
export async function openBreakWindow(
  page: '/break.html' | '/sidepanel.html' = '/break.html',
): Promise<void> {
  const before = await opened.getValue();
  if (before !== null) {
    const there = await browser.windows.update(before, { focused: true }).catch(() => undefined);
    if (there !== undefined) return;
  }
  const { id } = await browser.windows.create({ url: browser.runtime.getURL(page), type: 'popup', ...SIZE });
  if (id !== undefined) await opened.setValue(id);
}
