import { browser, type MessageSender } from '../platform/browser.ts';
import {
  envelopeSchema,
  type MessageName,
  type MessageRequest,
  type MessageResponse,
  protocol,
} from './protocol.ts';

export type MessageHandlers = {
  [Name in MessageName]: (request: MessageRequest<Name>) => Promise<MessageResponse<Name>>;
};

/** Whether a message comes from a page of this very extension, and from no tab of a website. */
function isOwnPage(sender: MessageSender): boolean {
  return sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL(''));
}

/** Answers the pages' messages. Anything malformed, or from elsewhere, is left unanswered. */
export function receive(handlers: MessageHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) => {
    const envelope = envelopeSchema.safeParse(message);
    if (!envelope.success || !isOwnPage(sender)) return undefined;
    const name = envelope.data.earshot;
    const request = protocol[name].request.safeParse(envelope.data.request);
    if (!request.success) return undefined;
    return handlers[name](request.data).then((response) => protocol[name].response.parse(response));
  });
}
