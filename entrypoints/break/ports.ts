import type { BreakPorts } from '../../components/breaks/break-ports.ts';
import { breakSettingsItem, breakStateItem } from '../../utils/breaks/items.ts';
import { send } from '../../utils/messaging/send.ts';

/** The views of breaks over this browser's own storage, clock and background. */
export const breakPorts: BreakPorts = {
  clock: { now: () => Date.now() },
  personZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  async read() {
    const [settings, state] = await Promise.all([breakSettingsItem.read(), breakStateItem.read()]);
    return { settings, state };
  },
  watch(changed) {
    const ends = [breakSettingsItem.watch(changed), breakStateItem.watch(changed)];
    return () => {
      for (const end of ends) end();
    };
  },
  act: (act) => send('actOnBreak', act),
};
