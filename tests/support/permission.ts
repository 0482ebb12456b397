import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Earshot } from '../../scripts/launch.ts';

/**
 * Prepares a profile in which Firefox grants what an extension asks for at a click, without its prompt: no
 * test can click on that. Chromium takes no notice.
 */
export function promptless(profileDir: string): void {
  writeFileSync(
    join(profileDir, 'prefs.js'),
    'user_pref("extensions.webextOptionalPermissionPrompts", false);\n',
  );
}

/**
 * Has Chromium grant these origins as soon as the extension asks for them, without its prompt: as if the
 * person had allowed them before, and withdrawn that. Firefox: see `promptless`.
 */
export async function allowBeforehand(earshot: Earshot, origins: string): Promise<void> {
  if (earshot.kind !== 'chromium') return;
  const page = await earshot.browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    `chrome.developerPrivate.addHostPermission(${JSON.stringify(earshot.extensionId)}, ${JSON.stringify(origins)})`,
  );
  await page.close();
}
