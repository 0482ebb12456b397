const CHANNEL = 'earshot-view';

/** Tells open pages that the view was built anew. Carries nothing: they read it for themselves. */
export function announceView(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls back whenever the view was built anew. Returns what ends it. */
export function watchView(changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = changed;
  return () => channel.close();
}
