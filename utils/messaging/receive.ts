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

/** Undefined where the request isn't what was agreed. */
function answer<Name extends MessageName>(
  handlers: MessageHandlers,
  name: Name,
  request: unknown,
): Promise<MessageResponse<Name>> | undefined {
  const parsed = protocol[name].request.safeParse(request);
  if (!parsed.success) return undefined;
  const handled = handlers[name](parsed.data as MessageRequest<Name>);
  return handled.then((response) => protocol[name].response.parse(response) as MessageResponse<Name>);
}

/** Answers the pages' messages. Anything malformed, or from elsewhere, is left unanswered. */
export function receive(handlers: MessageHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) => {
    const envelope = envelopeSchema.safeParse(message);
    if (!envelope.success || !isOwnPage(sender)) return undefined;
    return answer(handlers, envelope.data.earshot, envelope.data.request);
  });
}
