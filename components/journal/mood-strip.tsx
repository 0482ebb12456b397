const WIDTH = 120;
const HEIGHT = 16;
const EDGE = 8;
const MOODS = [1, 2, 3, 4, 5];

const xOf = (mean: number): number => EDGE + ((mean - 1) / 4) * (WIDTH - 2 * EDGE);

export interface MoodStripProps {
  /** From 1 to 5. */
  mean: number;
  /** What to compare it with, drawn hollow. */
  beside?: number | undefined;
}

/** A mean mood as a point between the hardest and the best. For the eye alone: words say it beside it. */
export function MoodStrip({ mean, beside }: MoodStripProps) {
  const middle = HEIGHT / 2;
  return (
    <svg
      class="mood-strip"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
      focusable="false"
    >
      <path class="strip-line" d={`M${xOf(1)} ${middle}H${xOf(5)}`} />
      {MOODS.map((mood) => (
        <path key={mood} class="strip-line" d={`M${xOf(mood)} ${middle - 2.5}v5`} />
      ))}
      {beside !== undefined && <circle class="strip-beside" cx={xOf(beside)} cy={middle} r="4" />}
      <circle class="strip-point" cx={xOf(mean)} cy={middle} r="4.5" />
    </svg>
  );
}
