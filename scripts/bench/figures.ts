import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** One line of the table. */
export interface Figure {
  what: string;
  /** As it was measured, in words. */
  measured: string;
  /** Left out, with `holds`, for what is only told. */
  bar?: string;
  holds?: boolean;
}

/** @param share from 0 to 1: 0.5 is the median. @throws Error for no values */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A value that was measured beside its reference, in the same run. */
export function ratio(what: string, value: number, reference: number, bar: number, unit = 'ms'): Figure {
  const times = value / reference;
  return {
    what,
    measured: `${times.toFixed(2)} × (${value.toFixed(1)} ${unit} to ${reference.toFixed(1)} ${unit})`,
    bar: `≤ ${bar} ×`,
    holds: times <= bar,
  };
}

const withUnit = (value: number, unit: string): string =>
  `${value.toFixed(Number.isInteger(value) ? 0 : 1)} ${unit}`;

export const atMost = (what: string, value: number, bar: number, unit: string): Figure => ({
  what,
  measured: withUnit(value, unit),
  bar: `≤ ${bar} ${unit}`,
  holds: value <= bar,
});

/** What has no bar of its own, and helps to read those that have. */
export const told = (what: string, value: number, unit: string): Figure => ({
  what,
  measured: withUnit(value, unit),
});

const markOf = ({ holds }: Figure): string => (holds === undefined ? '' : holds ? 'holds' : 'MISSED');

/** The table as text. */
export function table(figures: readonly Figure[]): string {
  const rows = [
    ['what', 'measured', 'bar', ''],
    ...figures.map((figure) => [figure.what, figure.measured, figure.bar ?? '', markOf(figure)]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The kind of machine, and how busy it is: 1 for each processor is full. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const busy = loadavg()[0]?.toFixed(1);
  return `${processors.length} × ${processors[0]?.model.trim()}, ${memory} GB, ${type()} ${release()}, load ${busy}`;
}
