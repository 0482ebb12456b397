import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Lists up to this long are rendered whole: a screen reader or a find-in-page then has all of it. */
const WHOLE_UP_TO = 100;
const OVERSCAN = 6;

export interface WindowedListProps<Item> {
  items: readonly Item[];
  label: string;
  /** How many items to paint before anything has been measured. */
  initially: number;
  /** Draws one `li`; `place` goes to its attributes, for a list of which only a part is there. */
  draw(item: Item, place: { 'aria-setsize': number; 'aria-posinset': number }): ComponentChildren;
}

/**
 * A list of rows of equal height that holds only those near the visible part, in a scrolling container of
 * its own. The height comes from the first row, so zoom and text size need no care.
 */
export function WindowedList<Item>({ items, label, initially, draw }: WindowedListProps<Item>) {
  const container = useRef<HTMLUListElement>(null);
  const [row, setRow] = useState(0);
  const [visible, setVisible] = useState({ first: 0, count: initially });

  useLayoutEffect(() => {
    const element = container.current;
    const scroller = element?.closest<HTMLElement>('[data-scroller]');
    if (!element || !scroller) return undefined;
    const measure = (): void => {
      const height = element.querySelector('li')?.getBoundingClientRect().height ?? 0;
      if (height === 0) return;
      setRow(height);
      const top = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top;
      const first = Math.max(0, Math.floor(top / height) - OVERSCAN);
      const count = Math.ceil(scroller.clientHeight / height) + 2 * OVERSCAN;
      setVisible((before) => (before.first === first && before.count === count ? before : { first, count }));
    };
    // Once the first rows are painted: to measure before would have them wait for the rest.
    let soon: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      soon = setTimeout(measure);
    });
    scroller.addEventListener('scroll', measure, { passive: true });
    const resized = new ResizeObserver(measure);
    resized.observe(scroller);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(soon);
      scroller.removeEventListener('scroll', measure);
      resized.disconnect();
    };
  }, []);

  const whole = row > 0 && items.length <= WHOLE_UP_TO;
  const first = whole ? 0 : Math.min(visible.first, Math.max(0, items.length - visible.count));
  const count = whole ? items.length : visible.count;
  const shown = items.slice(first, first + count);
  const after = Math.max(0, items.length - first - shown.length);
  return (
    <ul
      ref={container}
      // biome-ignore lint/a11y/noRedundantRoles: WebKit and Blink drop the role of a list without bullets
      role="list"
      aria-label={label}
      class="rows"
      style={{ paddingBlockStart: `${first * row}px`, paddingBlockEnd: `${after * row}px` }}
    >
      {shown.map((item, index) =>
        draw(item, { 'aria-setsize': items.length, 'aria-posinset': first + index + 1 }),
      )}
    </ul>
  );
}
