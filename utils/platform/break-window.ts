import { storage } from 'wxt/utils/storage';
import { browser } from './browser.ts';

const PAGE = '/break.html';
const SIZE = { width: 440, height: 640 };

/** The window that was opened last; forgotten when the browser ends, as the window is. */
const opened = storage.defineItem<number>('session:breakWindow');

/** Opens the small window in which a break is taken, or brings it to the front where it is open already. */
export async function openBreakWindow(): Promise<void> {
  const before = await opened.getValue();
  if (before !== null) {
    const there = await browser.windows.update(before, { focused: true }).catch(() => undefined);
    if (there !== undefined) return;
  }
  const { id } = await browser.windows.create({ url: browser.runtime.getURL(PAGE), type: 'popup', ...SIZE });
  if (id !== undefined) await opened.setValue(id);
}
