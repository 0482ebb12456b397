import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { MoodCalendar } from '../../components/journal/mood-calendar.tsx';
import { MoodFace } from '../../components/journal/mood-face.tsx';
import { TrendChart } from '../../components/journal/trend-chart.tsx';
import { MOODS } from '../../utils/journal/schema.ts';

afterEach(cleanup);

const days = [
  { day: '2026-02-28', mean: 1, count: 1 },
  { day: '2026-03-02', mean: 2.34, count: 3 },
  { day: '2026-03-10', mean: 4.5, count: 1 },
];

/** The table’s rows as its cells read, its heading left out. */
const rowsOf = (table: HTMLElement): string[] =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));

describe('the calendar of moods', () => {
  it('has the month’s days in a picture and, in words, in a table', () => {
    const { container } = render(<MoodCalendar days={days} year={2026} month={3} weekStart={1} />);
    expect(screen.getByRole('figure').textContent).toContain('March 2026, with check-ins on 2 days');
    expect(container.querySelectorAll('.felt')).toHaveLength(2);
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(
      [...container.querySelectorAll('.calendar-heading')].map((text) => text.textContent).join(''),
    ).toBe('MTWTFSS');
    expect(rowsOf(screen.getByRole('table', { hidden: true }))).toEqual([
      'March 2, 2026 | Hard, 2.3 of 5 | 3',
      'March 10, 2026 | Good, 4.5 of 5 | 1',
    ]);
  });

  it('fills a cell the further, the better the day was', () => {
    const { container } = render(<MoodCalendar days={days} year={2026} weekStart={7} />);
    const cut = [...container.querySelectorAll<SVGElement>('.calendar-fill')].map((fill) =>
      Number.parseFloat(/inset\(([\d.]+)/.exec(fill.getAttribute('style') ?? '')?.[1] ?? 'NaN'),
    );
    expect(cut).toEqual([expect.closeTo(8), expect.closeTo(5.32), expect.closeTo(1)]);
  });

  it('shows a whole year without a month, and says so where there is nothing', () => {
    const { container } = render(<MoodCalendar days={days} year={2026} weekStart={1} />);
    expect(container.querySelectorAll('.calendar-day')).toHaveLength(365);
    expect(container.textContent).toContain('2026, with check-ins on 3 days');
    cleanup();
    const empty = render(<MoodCalendar days={days} year={2025} weekStart={1} />);
    expect(empty.container.textContent).toContain('No check-ins in 2025.');
    expect(screen.queryByRole('table', { hidden: true })).toBeNull();
  });
});

describe('the chart of trends', () => {
  it('is a table that says each mean, and how many days are missing where there are too few', () => {
    const { container } = render(
      <TrendChart
        caption="By day of the week"
        heading="Day of the week"
        rows={[
          { label: 'Monday', trend: { kind: 'told', mean: 3.44, days: 9 } },
          { label: 'Tuesday', trend: { kind: 'tooFew', days: 2, needed: 5 } },
        ]}
      />,
    );
    expect(rowsOf(screen.getByRole('table', { name: 'By day of the week' }))).toEqual([
      'Monday | In between, 3.4 of 5 | 9 days',
      'Tuesday | 2 of 5 days so far',
    ]);
    expect(container.querySelectorAll('.strip-point')).toHaveLength(1);
  });

  it('says that there is nothing yet', () => {
    const { container } = render(<TrendChart caption="By topic" heading="Topic" rows={[]} />);
    expect(container.textContent).toBe('Nothing to show yet.');
  });
});

describe('the faces', () => {
  it('are five different ones, for the eye alone', () => {
    const faces = MOODS.map((mood) => render(<MoodFace mood={mood} />).container);
    expect(new Set(faces.map((face) => face.innerHTML)).size).toBe(5);
    for (const face of faces) expect(face.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });
});
