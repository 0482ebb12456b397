const SIDE = 44;
const WIDTH = 4;
const RADIUS = (SIDE - WIDTH) / 2;
const ROUND = 2 * Math.PI * RADIUS;

/** How far the time until the next break has gone, as a ring that closes. For the eye alone: words say it beside it. */
export function Ring({ fraction }: { fraction: number }) {
  const gone = Math.min(1, Math.max(0, fraction));
  const circle = { cx: SIDE / 2, cy: SIDE / 2, r: RADIUS, 'stroke-width': WIDTH } as const;
  return (
    <svg
      class="ring"
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      width={SIDE}
      height={SIDE}
      aria-hidden="true"
      focusable="false"
    >
      <circle class="ring-rest" {...circle} />
      <circle
        class="ring-gone"
        {...circle}
        stroke-dasharray={`${gone * ROUND} ${ROUND}`}
        // From the top on.
        transform={`rotate(-90 ${SIDE / 2} ${SIDE / 2})`}
      />
    </svg>
  );
}
