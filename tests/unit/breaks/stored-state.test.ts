import { describe, expect, it } from 'vitest';
import { freshState, readState } from '../../../utils/breaks/engine.ts';
import { ADay } from './a-day.ts';

describe('what was stored', () => {
  const NOW = Date.parse('2026-11-20T09:00Z');

  it('gives way to a fresh state where it can’t be read', () => {
    for (const stored of [
      undefined,
      null,
      7,
      'x',
      {},
      { version: 2 },
      { ...freshState(NOW, 'UTC'), active: -1 },
    ]) {
      expect(readState(stored, NOW, 'UTC')).toEqual(freshState(NOW, 'UTC'));
    }
  });

  it('keeps each day of the record that can be read, whatever else can’t', () => {
    const day = new ADay().work(51);
    day.event({ kind: 'skip' });
    const stored = { ...day.state, active: -1, record: [...day.state.record, { day: 'someday' }, 7] };
    expect(readState(stored, NOW, 'UTC')).toEqual({ ...freshState(NOW, 'UTC'), record: day.state.record });
  });

  it('of last week counts as a long break', () => {
    const day = new ADay().work(45).sleep(7 * 24 * 60);
    expect(day.work(45).count()).toBe(0);
  });

  it('fits other settings midway', () => {
    const day = new ADay().work(30);
    day.settings = { ...day.settings, every: 25 };
    day.event({ kind: 'looked' });
    expect(day.count()).toBe(1);
    day.settings = { ...day.settings, every: 90 };
    day.event({ kind: 'looked' });
    expect(day.notice).toBeUndefined();
  });

  it('keeps the counts of twelve weeks', () => {
    const day = new ADay({ every: 5 });
    for (let count = 0; count < 100; count += 1) day.work(6).sleep(24 * 60);
    expect(day.state.record.length).toBeLessThanOrEqual(91);
    expect(day.state.record.length).toBeGreaterThan(80);
  });
});
