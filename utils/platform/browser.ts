import polyfilled, { type Runtime } from 'webextension-polyfill';

/** The browser's extension API, with promises, for everyone: nothing else imports the polyfill. */
export const browser = polyfilled;

/** Who sent a message. */
export type MessageSender = Runtime.MessageSender;
