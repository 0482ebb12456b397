import { browser } from '../platform/browser.ts';
import { type MessageName, type MessageRequest, type MessageResponse, protocol } from './protocol.ts';

/** Asks the background. Rejects when it can't be reached, or answers with something else than agreed. */
export async function send<Name extends MessageName>(
  name: Name,
  request: MessageRequest<Name>,
): Promise<MessageResponse<Name>> {
  const answer: unknown = await browser.runtime.sendMessage({
    earshot: name,
    request: protocol[name].request.parse(request),
  });
  return protocol[name].response.parse(answer) as MessageResponse<Name>;
}
