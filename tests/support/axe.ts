import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

declare global {
  /** What axe-core leaves in the page that it was put into. */
  var axe: typeof import('axe-core');
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong with a page as it is now, a line each: the rule, and where. */
export async function violationsOf(page: Page): Promise<string[]> {
  if ((await page.evaluate(() => typeof globalThis.axe)) === 'undefined') await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  });
}
