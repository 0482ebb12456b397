import { extension } from './native.ts';

/** Closes the page that calls it at once: popup, side panel or tab. */
export function leave(): void {
  window.close();
  // A tab that no script opened stays open after `window.close()`.
  void extension.tabs.getCurrent().then((tab) => {
    if (tab?.id !== undefined) void extension.tabs.remove(tab.id);
  });
}
