import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Earshot } from '../launch.ts';
import { median } from './figures.ts';

/** Written beside the build's pages: the least that a page of the extension can show. */
export const BLANK_PAGE = 'blank.html';
export const BLANK_HTML =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>·</title><p>·</p></html>';

const ALLY = '[role="list"][aria-label="Allies"] > li';

/** Notes when the first ally is in the page, and the end of the frame after that. */
function watchForAlly(selector: string): void {
  const seen: { inPage?: number; frame?: number } = {};
  Reflect.set(window, 'firstAlly', seen);
  const watch = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    watch.disconnect();
    seen.inPage = performance.now();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        seen.frame = performance.now();
      };
      channel.port2.postMessage(null);
    });
  });
  watch.observe(document, { childList: true, subtree: true });
}

/** The first contentful paint, in ms since the navigation began. */
const firstContentfulPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );

/**
 * The paint that first shows an ally. The popup paints nothing with content before its list, so that this is
 * its first contentful paint; had it been earlier, the frame with the list counts.
 */
async function allyPaint(page: Page): Promise<number> {
  await page.waitForFunction(() => Reflect.get(window, 'firstAlly')?.frame !== undefined);
  const painted = await firstContentfulPaint(page);
  const seen = await page.evaluate((): { inPage: number; frame: number } => Reflect.get(window, 'firstAlly'));
  return seen.inPage <= painted ? painted : seen.frame;
}

/** The page as the popup itself, by a click on the toolbar's button, so to say. */
async function openAsPopup(earshot: Earshot, path: string): Promise<Page> {
  const url = earshot.baseUrl + path;
  const opened = earshot.browser.waitForTarget((target) => target.url() === url);
  await earshot.inBackground(async (api, popup) => {
    await api.action.setPopup({ popup });
    await api.action.openPopup();
  }, path);
  return (await opened).asPage();
}

/**
 * Medians in ms: the popup itself to its first contentful paint, which shows its first allies, and a blank
 * page as the popup, in turn.
 */
export async function measurePopupItself(
  earshot: Earshot,
  rounds: number,
): Promise<{ popup: number; blank: number }> {
  const took: Record<string, number[]> = { [BLANK_PAGE]: [], 'popup.html': [] };
  for (let round = -2; round < rounds; round += 1) {
    for (const [path, values] of Object.entries(took)) {
      const page = await openAsPopup(earshot, path);
      const painted = await firstContentfulPaint(page);
      await page.close();
      if (round >= 0) values.push(painted);
    }
  }
  await earshot.inBackground((api) => api.action.setPopup({ popup: 'popup.html' }));
  return { popup: median(took['popup.html'] ?? []), blank: median(took[BLANK_PAGE] ?? []) };
}

const PATIENCE = 20_000;

/** Firefox never reports the end of a navigation to a page of an extension: that is asked for instead. */
async function visit({ kind }: Earshot, page: Page, url: string): Promise<void> {
  if (kind === 'chromium') {
    await page.goto(url);
    return;
  }
  page.goto(url).catch(() => undefined);
  const isThere = (wanted: string): boolean =>
    location.href === wanted &&
    document.readyState === 'complete' &&
    performance.getEntriesByName('first-contentful-paint').length > 0;
  const until = performance.now() + PATIENCE;
  // Often enough to be quick about it, and seldom enough to leave the page alone while it loads.
  do await setTimeout(100);
  while (performance.now() < until && !(await page.evaluate(isThere, url).catch(() => false)));
}

/** Medians in ms: the popup's page to its first ally, and a blank page, in turn, in the same tab. */
export async function measureFirstAlly(
  earshot: Earshot,
  rounds: number,
): Promise<{ popup: number; blank: number }> {
  const page = await earshot.openPage('popup.html');
  await page.waitForSelector(ALLY, { timeout: 120_000 });
  await page.evaluateOnNewDocument(watchForAlly, ALLY);
  // Firefox lets nobody into a page of an extension before its own scripts. The popup is drawn at one go there too.
  const paint = earshot.kind === 'chromium' ? allyPaint : firstContentfulPaint;
  const popup: number[] = [];
  const blank: number[] = [];
  for (let round = -3; round < rounds; round += 1) {
    await visit(earshot, page, earshot.baseUrl + BLANK_PAGE);
    const reference = await firstContentfulPaint(page);
    await visit(earshot, page, `${earshot.baseUrl}popup.html`);
    const value = await paint(page);
    if (round < 0) continue;
    blank.push(reference);
    popup.push(value);
  }
  await page.close();
  return { popup: median(popup), blank: median(blank) };
}
