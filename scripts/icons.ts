import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { ensureBrowser } from './browsers.ts';

/** Draws the toolbar's icons from their SVGs, as the browser would. */

const ICONS = [
  { source: 'icons/earshot.svg', prefix: '', sizes: [16, 32, 48, 96, 128] },
  { source: 'icons/neutral.svg', prefix: 'neutral-', sizes: [16, 32, 48, 128] },
];
const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

await mkdir(pathOf('../public/icon'), { recursive: true });
const browser = await puppeteer.launch({
  executablePath: await ensureBrowser('chromium'),
  headless: true,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const { source, prefix, sizes } of ICONS) {
  const svg = readFileSync(pathOf(source), 'utf8');
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    await page.screenshot({ path: `${pathOf('../public/icon')}/${prefix}${size}.png`, omitBackground: true });
  }
}
await browser.close();
console.log('wrote public/icon');
