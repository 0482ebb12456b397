import type { CDPSession, Page } from 'puppeteer-core';
import type { Earshot } from '../../scripts/launch.ts';
import { press } from './popup.ts';

/** A virtual authenticator in a window (CDP's `WebAuthn` domain); it is gone when the window is. */
export interface Plugged {
  cdp: CDPSession;
  authenticatorId: string;
}

/** Plugs in an authenticator that does what it is asked at once. */
export async function pluggedIn(
  page: Page,
  { prf = true, verified = true }: { prf?: boolean; verified?: boolean } = {},
): Promise<Plugged> {
  const cdp = await page.createCDPSession();
  await cdp.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verified,
      automaticPresenceSimulation: true,
      hasPrf: prf,
    },
  });
  return { cdp, authenticatorId };
}

/** The passkeys that an authenticator holds. */
export async function heldBy({ cdp, authenticatorId }: Plugged): Promise<readonly object[]> {
  return (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
}

/** Presses a button of the panel, and gives the window that it opens. */
export async function openedBy(earshot: Earshot, panel: Page, button: string): Promise<Page> {
  const opened = earshot.browser.waitForTarget((target) => target.url().endsWith('/passkey.html'));
  await press(panel, button);
  const page = await (await opened).page();
  if (page === null) throw new Error('There is no window for passkeys.');
  await page.waitForSelector('main');
  return page;
}

/** Chromium's own side panel, as by a click in the popup, and not its page in a tab. */
export async function realPanel(earshot: Earshot): Promise<Page> {
  const popup = await earshot.openPopup();
  const opened = earshot.browser.waitForTarget((target) => target.url().endsWith('/sidepanel.html'));
  // The popup closes as the panel opens, in the middle of the click.
  press(popup, 'Quiet check-in').catch(() => undefined);
  const panel = await (await opened).asPage();
  await panel.waitForSelector('.composer, .unlock');
  return panel;
}
