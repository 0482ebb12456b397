import { describe, expect, it } from 'vitest';
import { freshState } from '../../../utils/breaks/engine.ts';
import { type BreakState, breakSettingsSchema } from '../../../utils/breaks/schema.ts';
import { statusOf } from '../../../utils/breaks/status.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-23T10:00:00Z');
const settings = breakSettingsSchema.parse({ snoozes: 1 });

const status = (changes: Partial<BreakState>, given = settings) =>
  statusOf({ ...freshState(NOW, 'UTC'), ...changes }, { settings: given, now: NOW, zone: 'UTC' });

describe('how breaks stand', () => {
  it('counts the minutes since the last look, up to when the next one should have come', () => {
    const active = 10 * MINUTE;
    expect(status({ active, seen: NOW - 3 * MINUTE, expected: NOW + MINUTE }).minutes).toBe(13);
    expect(status({ active, seen: NOW - 180 * MINUTE, expected: NOW - 175 * MINUTE }).minutes).toBe(15);
    expect(status({ active, seen: NOW + 60 * MINUTE, expected: NOW + 65 * MINUTE }).minutes).toBe(10);
  });

  it('counts nothing while somebody is away', () => {
    const away = { since: NOW - 3 * MINUTE, rested: false };
    expect(
      status({ active: 10 * MINUTE, seen: NOW - 3 * MINUTE, expected: NOW + MINUTE, away }).minutes,
    ).toBe(10);
  });

  it('has a word for a break that is near and one for a break that is due, and never both', () => {
    const words = [47, 48, 50, 70].map((minutes) => status({ active: minutes * MINUTE }));
    expect(words.map(({ soon, due }) => [soon, due])).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [false, true],
    ]);
    expect(words.map(({ fraction }) => fraction)).toEqual([0.94, 0.96, 1, 1]);
  });

  it('says neither where breaks are switched off', () => {
    const off = { ...settings, on: false };
    expect(status({ active: 49 * MINUTE }, off).soon).toBe(false);
    expect(status({ active: 70 * MINUTE }, off).due).toBe(false);
  });

  it('lets nobody put off a break more often than they said', () => {
    expect([0, 1].map((snoozed) => status({ snoozed }).maySnooze)).toEqual([true, false]);
  });

  it('tells every reason to be quiet, the one that lasts longest first', () => {
    const { reasons } = status({ meeting: NOW + 10 * MINUTE, paused: NOW + 60 * MINUTE, audible: NOW });
    expect(reasons).toEqual([
      { kind: 'paused', until: NOW + 60 * MINUTE },
      { kind: 'audible', until: NOW + 30 * MINUTE },
      { kind: 'meeting', until: NOW + 10 * MINUTE },
    ]);
  });

  it('shows a break until it ends, though nothing has looked since', () => {
    const taking = { kind: 'break' as const, began: NOW - 5 * MINUTE, ends: NOW + 1 };
    expect(status({ taking }).taking).toEqual(taking);
    expect(status({ taking: { ...taking, ends: NOW } }).taking).toBeUndefined();
  });
});
