import type { Earshot } from '../launch.ts';
import { quantile } from './figures.ts';

const WORDS = ['burnout', 'pol', 'ada', 'payments ada', 'kofi 4', 'x'];

/**
 * Collects, for each change of the search field, how long the page worked on it: from the event until the
 * results are in the page, and then the frame that paints them. What passes idly until that frame begins is
 * the screen's, and left out.
 */
function watchKeystrokes(): void {
  const took: number[] = [];
  Reflect.set(window, 'keystrokes', took);
  document.addEventListener(
    'input',
    () => {
      const began = performance.now();
      let drawn = began;
      const watch = new MutationObserver(() => {
        drawn = performance.now();
      });
      watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
      requestAnimationFrame(() => {
        const frame = performance.now();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          watch.disconnect();
          took.push(drawn - began + (performance.now() - frame));
        };
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** Types into the popup's search with real keys; ms for each change, the 95th percentile. */
export async function measureKeystrokes(earshot: Earshot, total: number): Promise<number> {
  const page = await earshot.openPopup();
  const field = await page.waitForSelector('input[type="search"]');
  await field?.focus();
  // The whole directory is there once the list counts all of it.
  await page.waitForFunction(
    (count: number) =>
      Number(document.querySelector('[aria-label="Allies"] > li')?.getAttribute('aria-setsize')) >= count,
    { timeout: 60_000 },
    total,
  );
  await page.evaluate(watchKeystrokes);
  const counted = () => page.evaluate((): number => Reflect.get(window, 'keystrokes').length);
  let typed = 0;
  const press = async (key: 'Backspace' | string): Promise<void> => {
    typed += 1;
    await (key === 'Backspace' ? page.keyboard.press('Backspace') : page.keyboard.type(key));
    await page.waitForFunction(
      (count: number) => Reflect.get(window, 'keystrokes').length >= count,
      {},
      typed,
    );
  };
  for (const word of WORDS) {
    for (const letter of word) await press(letter);
    for (const _ of word) await press('Backspace');
  }
  if ((await counted()) !== typed) throw new Error('Keystrokes were lost.');
  const took = await page.evaluate((): number[] => Reflect.get(window, 'keystrokes'));
  await page.close();
  return quantile(took, 0.95);
}
