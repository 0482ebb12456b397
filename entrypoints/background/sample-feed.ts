import type { Feed, FeedAnswer } from '../../utils/directory/ports.ts';
import { SAMPLE_SOURCE } from '../../utils/directory/sample.ts';
import { browser } from '../../utils/platform/browser.ts';

async function readSample(): Promise<FeedAnswer> {
  const file = await fetch(browser.runtime.getURL('/sample-directory.json'));
  return { kind: 'document', bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** A feed that reads the bundled sample organization from the extension's own files. */
export function withSample(feed: Feed): Feed {
  return {
    fetch: (request) => (request.url === SAMPLE_SOURCE.url ? readSample() : feed.fetch(request)),
  };
}
