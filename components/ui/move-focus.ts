import type { RefObject } from 'preact';

/** Moves the focus among a container's `[data-item]` elements, unless the container is hidden. */
export function moveFocus(container: RefObject<HTMLElement | null>, step: 1 | -1): boolean {
  if (container.current?.hidden === true) return false;
  const items = [...(container.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
  const active = document.activeElement;
  const at = active instanceof HTMLElement ? items.indexOf(active) : -1;
  const next = at === -1 ? (step === 1 ? items[0] : undefined) : items[at + step];
  if (next === undefined) return false;
  next.focus();
  return true;
}
