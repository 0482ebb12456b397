import type { Page } from 'puppeteer-core';
import { write } from './journal.ts';

/**
 * Types `begun`, and presses a button in the same moment as the last key, before any pause in which it would
 * have been saved.
 */
export async function writeAndPress(
  panel: Page,
  begun: string,
  lastKey: string,
  button: string,
): Promise<void> {
  await write(panel, begun);
  await panel.evaluate(
    (key: string, name: string) => {
      const area = document.querySelector('textarea');
      const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
      if (area === null || found === undefined) throw new Error(`No editor, or no ${name}`);
      area.value += key;
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      found.click();
    },
    lastKey,
    button,
  );
}

/** From now on, what the page would do in `least` ms or later it does after `delay` ms. */
export async function retime(panel: Page, least: number, delay: number): Promise<void> {
  await panel.evaluate(
    (from: number, instead: number) => {
      const later = window.setTimeout.bind(window);
      const retimed = (job: () => void, milliseconds = 0): number =>
        later(job, milliseconds >= from ? instead : milliseconds);
      Object.defineProperty(window, 'setTimeout', { value: retimed, configurable: true });
    },
    least,
    delay,
  );
}
