import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BreakPage } from '../../components/breaks/break-page.tsx';
import type { BreakPorts } from '../../components/breaks/break-ports.ts';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { freshState } from '../../utils/breaks/engine.ts';
import type { BreakAct } from '../../utils/breaks/events.ts';
import { type BreakState, breakSettingsSchema } from '../../utils/breaks/schema.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-23T10:00:00Z');
const ZONE = 'Europe/London';
const TAKING = { kind: 'break', began: NOW - 5 * MINUTE, ends: NOW + 300 } as const;

afterEach(cleanup);

describe('the window of a break', () => {
  let now: number;
  let state: BreakState;
  let changed: () => void;
  let acts: BreakAct[];
  /** The background can't be reached. */
  let away: boolean;
  let left: number;
  const ports: BreakPorts = {
    clock: { now: () => now },
    personZone: ZONE,
    read: async () => ({ settings: breakSettingsSchema.parse({}), state }),
    watch(call) {
      changed = call;
      return () => undefined;
    },
    async act(act) {
      if (away) throw new Error('away');
      acts.push(act);
    },
  };
  const show = () =>
    render(
      <WordsContext.Provider value={createWords({}, 'en-GB', ZONE)}>
        <BreakPage
          ports={ports}
          country="GB"
          setCountry={() => undefined}
          random={() => 0}
          leave={() => {
            left += 1;
          }}
          openPopup={async () => undefined}
        />
      </WordsContext.Provider>,
    );
  const become = (changes: Partial<BreakState>): void => {
    const { taking: _taking, notice: _notice, ...rest } = state;
    state = { ...rest, ...changes };
    changed();
  };
  beforeEach(() => {
    now = NOW;
    acts = [];
    away = false;
    left = 0;
    state = { ...freshState(NOW, ZONE), active: 52 * MINUTE };
  });

  it('offers the break that is due, to put it off, and to do neither', async () => {
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Take a break' }));
    expect(acts).toEqual([{ kind: 'take', what: 'break' }]);
    screen.getByRole('heading', { name: 'Time for a break' });
    screen.getByRole('button', { name: 'In 5 minutes' });
    screen.getByRole('button', { name: 'Not now' });
  });

  it('stays, and says so, where the background could not be told', async () => {
    away = true;
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'In 5 minutes' }));
    await screen.findByText(/did not reach Earshot’s background/);
    expect(left).toBe(0);
    away = false;
    fireEvent.click(screen.getByRole('button', { name: 'In 5 minutes' }));
    await waitFor(() => expect(left).toBe(1));
  });

  it('has the crisis lines, as every view has', async () => {
    show();
    await screen.findByRole('region', { name: 'Help at any hour' });
  });

  it('ends kindly once the background has counted the break, and stays until the person goes', async () => {
    state = { ...state, taking: TAKING };
    show();
    await screen.findByRole('timer');
    now = TAKING.ends;
    become({ active: 0 });
    await screen.findByText('That was the break');
    fireEvent.click(screen.getByRole('button', { name: 'I’m back' }));
    expect(acts).toEqual([{ kind: 'back' }]);
  });

  it('has the choice again where it was left open until the next break is due', async () => {
    state = { ...state, taking: TAKING };
    show();
    await screen.findByRole('timer');
    now = TAKING.ends;
    become({ active: 0 });
    await screen.findByText('That was the break');
    now += 60 * MINUTE;
    become({ active: 55 * MINUTE, seen: now, expected: now });
    await screen.findByRole('heading', { name: 'Time for a break' });
    screen.getByRole('button', { name: 'Take a break' });
  });
});
