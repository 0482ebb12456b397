import { browser } from 'wxt/browser';

/**
 * The browser's own extension API, without the polyfill. For what the polyfill doesn't know (the side
 * panel), and for the popup's first path, which the polyfill would slow down.
 */
export const extension = browser;
