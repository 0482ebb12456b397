import type { VNode } from 'preact';

/** What is done to a state once it stands, by which it becomes what it shows. */
export type Act =
  /** Clicks the first element that the selector finds. */
  | { click: string }
  /** Types into the search. */
  | { type: string }
  /** Waits until the selector finds one. */
  | { wait: string };

export interface GalleryState {
  /** The class of the page's body. */
  body: 'popup' | 'panel' | 'settings' | 'break-page';
  draw: () => VNode;
  act?: readonly Act[];
}
