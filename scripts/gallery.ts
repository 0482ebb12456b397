import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from './browsers.ts';
import type { Earshot } from './launch.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds the extension with its gallery, which no release has, and says where. */
export async function buildGallery(kind: BrowserKind): Promise<string> {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const target = kind === 'firefox' ? ['-b', 'firefox', '--mv3'] : [];
  await promisify(execFile)(process.execPath, [wxt, 'build', '--mode', 'gallery', ...target], { cwd: root });
  return join(root, '.output', kind === 'firefox' ? 'firefox-mv3-gallery' : 'chrome-mv3-gallery');
}

/** The names of all states. */
export async function galleryStates(earshot: Earshot): Promise<string[]> {
  const page = await earshot.openPage('gallery.html');
  await page.waitForSelector('#app a');
  const names = await page.$$eval('#app a', (links) => links.map((link) => link.textContent ?? ''));
  await page.close();
  return names;
}

/** How a state is shown. */
export interface Showing {
  dir?: 'ltr' | 'rtl';
  words?: 'long';
}

/** Opens a page with a state, once it stands. */
export async function openState(earshot: Earshot, state: string, showing: Showing = {}): Promise<Page> {
  const query = new URLSearchParams({ state, ...showing });
  const page = await earshot.openPage(`gallery.html?${query}`);
  await page.waitForSelector('html[data-ready="true"]');
  return page;
}
