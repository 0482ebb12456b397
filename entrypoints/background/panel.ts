import { extension } from '../../utils/platform/native.ts';

/**
 * Opens the side panel on its keyboard command. Chromium alone needs this, and alone has the API; Firefox
 * has a command of its own for its sidebar. The panel opens only straight from the event, before any await.
 */
export function openPanelOnCommand(): void {
  if (import.meta.env.FIREFOX) return;
  extension.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel' && tab !== undefined)
      void extension.sidePanel.open({ windowId: tab.windowId });
  });
}
