import { browser } from '../../utils/platform/browser.ts';
import { settingsItem } from '../../utils/settings/items.ts';

const SIZES = [16, 32, 48] as const;

/** Gives the toolbar button the icon and title that were chosen: Earshot's own, or neutral ones. */
export async function applyDiscretion(): Promise<void> {
  const { discreet } = await settingsItem.read();
  const prefix = discreet ? 'neutral-' : '';
  const path = Object.fromEntries(SIZES.map((size) => [size, `/icon/${prefix}${size}.png`]));
  const title = browser.i18n.getMessage(discreet ? 'discreetTitle' : 'actionTitle');
  await Promise.all([browser.action.setIcon({ path }), browser.action.setTitle({ title })]);
}
