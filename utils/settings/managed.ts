import { browser } from '../platform/browser.ts';

/** What policy set, unparsed; `{}` where there is no policy (Firefox rejects then). */
export async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch {
    return {};
  }
}
