import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { moveFocus } from '../ui/move-focus.ts';

const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && element.type !== 'search');

export interface ReachKeys {
  results: RefObject<HTMLElement | null>;
  searchField: RefObject<HTMLInputElement | null>;
  /** Steps back: from a card, or out of a search. False where there is nothing to step back from. */
  stepBack: () => boolean;
}

/** `/` goes to the search, arrows walk the results, Escape steps back; Enter opens, as everywhere. */
export function useReachKeys({ results, searchField, stepBack }: ReachKeys): void {
  // Before the next paint: a key never means what it meant on the view before.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      const focused = document.activeElement;
      if (event.key === 'Escape') {
        if (stepBack()) event.preventDefault();
      } else if (isTyping(focused)) {
        // The keys below are for typing, then.
      } else if (event.key === '/' && focused !== searchField.current && searchField.current !== null) {
        searchField.current.focus();
        event.preventDefault();
      } else if (event.key === 'ArrowDown') {
        if (moveFocus(results, 1)) event.preventDefault();
      } else if (event.key === 'ArrowUp') {
        if (moveFocus(results, -1)) event.preventDefault();
        else if (focused !== searchField.current && results.current?.contains(focused) === true) {
          searchField.current?.focus();
          event.preventDefault();
        }
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [results, searchField, stepBack]);
}
