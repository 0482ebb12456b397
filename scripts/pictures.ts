import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browsers.ts';
import { buildGallery, galleryStates, openState, type Showing } from './gallery.ts';
import { launchEarshot } from './launch.ts';

/** Ways to look at each state: `npm run pictures` takes a picture of every state in every way. */
const LOOKS: Readonly<Record<string, { width: number; dark: boolean; showing: Showing }>> = {
  light: { width: 400, dark: false, showing: {} },
  dark: { width: 400, dark: true, showing: {} },
  narrow: { width: 320, dark: false, showing: { words: 'long' } },
  'right-to-left': { width: 320, dark: true, showing: { dir: 'rtl' } },
};

const folder = fileURLToPath(new URL('../.output/pictures/', import.meta.url));
const wanted = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
await ensureBrowser('chromium');
const earshot = await launchEarshot({ browser: 'chromium', extensionDir: await buildGallery('chromium') });
try {
  const states = await galleryStates(earshot);
  for (const [look, { width, dark, showing }] of Object.entries(LOOKS)) {
    for (const state of states.filter((name) => wanted.length === 0 || wanted.includes(name))) {
      const page = await openState(earshot, state, showing);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
      await page.setViewport({ width, height: 640 });
      await page.screenshot({
        path: `${folder}${state}-${look}.png`,
        fullPage: state.startsWith('settings'),
      });
      await page.close();
    }
  }
  console.log(`Pictures of ${states.length} states are in ${folder}`);
} finally {
  await earshot.close();
}
