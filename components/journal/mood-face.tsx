import type { Mood } from '../../utils/journal/schema.ts';

const DOTS = 'M8.75 9.9v.3M15.25 9.9v.3';

/** Eyes and mouth of each mood, in a circle of 20 around 12, 12. */
const FACES: Readonly<Record<Mood, { eyes: string; mouth: string }>> = {
  1: { eyes: 'M7.3 10.6q1.3.5 2.6-.5M16.7 10.6q-1.3.5-2.6-.5', mouth: 'M8.7 16.2q3.3-2.1 6.6 0' },
  2: { eyes: DOTS, mouth: 'M8.8 15.9q3.2-1.3 6.4 0' },
  3: { eyes: DOTS, mouth: 'M8.9 15.3h6.2' },
  4: { eyes: DOTS, mouth: 'M8.7 14.8q3.3 1.7 6.6 0' },
  5: { eyes: 'M7.4 10.2q1.3-1.1 2.6 0M14 10.2q1.3-1.1 2.6 0', mouth: 'M8.2 14.2q3.8 3.4 7.6 0' },
};

/**
 * A face for a mood, drawn in the colour of the text around it. It is for the eye alone: whoever uses it says
 * the mood in words too.
 */
export function MoodFace({ mood }: { mood: Mood }) {
  const { eyes, mouth } = FACES[mood];
  return (
    <svg
      class="mood-face"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="12" cy="12" r="10" stroke-width="1.4" />
      <path d={eyes} stroke-width={eyes === DOTS ? 1.9 : 1.5} />
      <path d={mouth} stroke-width="1.5" />
    </svg>
  );
}
