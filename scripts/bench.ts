import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { largeDirectory } from '../tests/fixtures/large.ts';
import { DirectoryServer } from '../tests/support/directory-server.ts';
import { countParts, measureRefresh } from './bench/directory.ts';
import { atMost, type Figure, ratio, table } from './bench/figures.ts';
import { BLANK_HTML, BLANK_PAGE, measureFirstAlly, measurePopupItself } from './bench/first-ally.ts';
import { measureKeystrokes } from './bench/keystrokes.ts';
import { scriptSize } from './bench/size.ts';
import { ensureBrowser } from './browsers.ts';
import { launchEarshot } from './launch.ts';

const quick = process.argv.includes('--quick');
const MANY = 50_000;
const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
const figures: Figure[] = [];
const add = (figure: Figure): void => {
  figures.push(figure);
  console.log(`${figure.what}: ${figure.measured}`);
};

try {
  await ensureBrowser('chromium');
  cpSync(fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url)), folder, { recursive: true });
  writeFileSync(join(folder, BLANK_PAGE), BLANK_HTML);

  for (const count of [20, 1_000, MANY]) {
    const server = await new DirectoryServer().start();
    await server.setDirectory(largeDirectory(count));
    const earshot = await launchEarshot({
      browser: 'chromium',
      policy: { directoryUrl: server.url },
      extensionDir: folder,
    });
    try {
      const name = count.toLocaleString('en');
      const { popup, blank } = await measureFirstAlly(earshot, quick ? 7 : 21);
      add(ratio(`popup’s page in a tab, to its first ally of ${name}`, popup, blank, 1.3));
      const itself = await measurePopupItself(earshot, quick ? 5 : 15);
      add(ratio(`popup itself, to its first ally of ${name}`, itself.popup, itself.blank, 1.3));
      add(atMost(`keystroke, p95, of ${name}`, await measureKeystrokes(earshot, count), 16, 'ms'));
      if (count < MANY) continue;
      const many = await measureRefresh(earshot, server, count, quick ? 2 : 5);
      add(
        ratio(`directory of ${name}: fetch, check, store, to parsing its bytes`, many.refresh, many.parse, 6),
      );
      add(atMost(`unchanged: requests, answered with ${many.status}`, many.requests, 1, 'request'));
      add(ratio('unchanged, to parsing', many.unchanged, many.parse, 1));
      add(atMost('one ally changed: parts fetched', await countParts(earshot, server, count), 1, 'part'));
    } finally {
      await earshot.close();
      await server.close();
    }
  }
  add(atMost('the popup’s JavaScript, gzipped', scriptSize(folder, 'popup.html') / 1000, 25, 'kB'));
  console.log(`\n${table(figures)}`);
  if (figures.some(({ holds }) => !holds)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
