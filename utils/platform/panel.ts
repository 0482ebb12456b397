import { extension } from './native.ts';

interface FirefoxSidebar {
  open(): Promise<void>;
}

/** Firefox's sidebar, which the shared types don't know. */
function sidebarOf(api: object): FirefoxSidebar | undefined {
  const sidebar: unknown = Reflect.get(api, 'sidebarAction');
  return typeof sidebar === 'object' && sidebar !== null && 'open' in sidebar
    ? (sidebar as FirefoxSidebar)
    : undefined;
}

/** Opens the side panel beside the current window. Must be called straight from a click or a key. */
export async function openPanel(): Promise<void> {
  const sidebar = sidebarOf(extension);
  if (sidebar !== undefined) {
    await sidebar.open();
    return;
  }
  const { id } = await extension.windows.getCurrent();
  if (id !== undefined) await extension.sidePanel.open({ windowId: id });
}
