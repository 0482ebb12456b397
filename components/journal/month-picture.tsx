import type { CalendarDay, CalendarMonth } from '../../utils/journal/calendar.ts';

/** A day’s cell: as wide as high, filled from below as far as its mood is good. */
export interface CellSize {
  side: number;
  gap: number;
  radius: number;
}

export const MONTH_CELLS: CellSize = { side: 34, gap: 4, radius: 7 };
export const YEAR_CELLS: CellSize = { side: 10, gap: 2, radius: 2 };

export const widthOf = ({ side, gap }: CellSize): number => 7 * side + 6 * gap;
export const heightOf = (weeks: number, { side, gap }: CellSize): number => weeks * (side + gap) - gap;

/** How much of the cell is filled: a fifth for the hardest day, all of it for the best. */
const share = (mean: number): number => mean / 5;

interface CellProps extends CellSize {
  cell: CalendarDay;
  x: number;
  y: number;
  /** Whether to write the day’s number. */
  numbered: boolean;
}

function Cell({ cell: { day, mood }, x, y, side, radius, numbered }: CellProps) {
  const empty = mood === undefined ? side : side * (1 - share(mood.mean));
  return (
    <g class={mood === undefined ? 'calendar-day' : 'calendar-day felt'}>
      {mood !== undefined && (
        <rect
          class="calendar-fill"
          x={x}
          y={y}
          width={side}
          height={side}
          rx={radius}
          // A rounded cell cut off at its level, so that the corners stay those of the cell.
          style={{ clipPath: `inset(${empty}px 0 0 0)` }}
        />
      )}
      <rect class="calendar-cell" x={x} y={y} width={side} height={side} rx={radius} />
      {numbered && (
        <text x={x + side / 2} y={y + side / 2} text-anchor="middle" dominant-baseline="central">
          {Number(day.slice(-2))}
        </text>
      )}
    </g>
  );
}

export interface MonthPictureProps {
  month: CalendarMonth;
  size: CellSize;
  numbered: boolean;
  x?: number;
  y?: number;
}

/** The cells of one month, as a part of an SVG picture. */
export function MonthPicture({ month, size, numbered, x = 0, y = 0 }: MonthPictureProps) {
  const step = size.side + size.gap;
  return (
    <g>
      {month.weeks.flatMap((week, row) =>
        week.map(
          (cell, column) =>
            cell !== undefined && (
              <Cell
                key={cell.day}
                cell={cell}
                x={x + column * step}
                y={y + row * step}
                numbered={numbered}
                {...size}
              />
            ),
        ),
      )}
    </g>
  );
}
