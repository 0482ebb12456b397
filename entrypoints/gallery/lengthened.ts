import type { Catalog, Message } from '../../utils/i18n/translate.ts';

const LONGER = 1.4;

/** A text as long as in a wordier language, between brackets that show where it ends. Placeholders stay. */
function longer(text: string): string {
  const more = Math.ceil(text.length * (LONGER - 1));
  return `⟦${text}${'~'.repeat(more)}⟧`;
}

const longerMessage = (message: Message): Message =>
  typeof message === 'string'
    ? longer(message)
    : {
        ...Object.fromEntries(Object.entries(message).map(([form, text]) => [form, longer(text)])),
        other: longer(message.other),
      };

/** A catalog of which every message is lengthened: what stays short was never given to be translated. */
export const lengthened = (catalog: Catalog): Catalog =>
  Object.fromEntries(Object.entries(catalog).map(([key, message]) => [key, longerMessage(message)]));
