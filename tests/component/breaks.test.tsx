import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BreakPorts } from '../../components/breaks/break-ports.ts';
import { BreakStrip } from '../../components/breaks/break-strip.tsx';
import { NumberField } from '../../components/settings/number-field.tsx';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { freshState } from '../../utils/breaks/engine.ts';
import type { BreakAct } from '../../utils/breaks/events.ts';
import { type BreakState, breakSettingsSchema } from '../../utils/breaks/schema.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-23T10:00:00Z');
const ZONE = 'Europe/London';

afterEach(cleanup);

describe('the strip of breaks', () => {
  let state: BreakState;
  let acts: BreakAct[];
  let changed: () => void;
  const ports: BreakPorts = {
    clock: { now: () => NOW },
    personZone: ZONE,
    read: async () => ({ settings: breakSettingsSchema.parse({}), state }),
    watch(call) {
      changed = call;
      return () => undefined;
    },
    async act(act) {
      acts.push(act);
      if (act.kind === 'meeting') state = { ...state, meeting: act.until };
      if (act.kind === 'snooze') state = { ...state, target: state.active + 5 * MINUTE };
      changed();
    },
  };
  const show = () =>
    render(
      <WordsContext.Provider value={createWords({}, 'en-GB', ZONE)}>
        <BreakStrip ports={ports} />
      </WordsContext.Provider>,
    );
  const names = (): string[] => screen.getAllByRole('button').map(({ textContent }) => textContent ?? '');
  beforeEach(() => {
    acts = [];
    state = { ...freshState(NOW, ZONE), active: 52 * MINUTE };
  });

  it('offers to take a break that is due, to put it off and to skip it', async () => {
    show();
    await screen.findByText('52 minutes at the computer: time for a break');
    expect(names()).toEqual(['Take a break', 'In 5 minutes', 'Skip it', 'In a meeting', 'Pause']);
  });

  it('asks for nothing in a meeting, and says until when', async () => {
    state = { ...state, meeting: NOW + 40 * MINUTE };
    show();
    await screen.findByText('In a meeting until 10:40: nothing is suggested.');
    expect(screen.queryByText(/time for a break/)).toBeNull();
    expect(names()).toEqual(['Take a break', 'Go on']);
  });

  it('names the day where a pause ends on another', async () => {
    state = { ...state, paused: Date.parse('2026-11-24T06:00:00Z') };
    show();
    await screen.findByText(/Paused until Tuesday at 0?6:00\./);
  });

  it('goes on from its first button where the one that was pressed is gone', async () => {
    show();
    const snooze = await screen.findByText('In 5 minutes');
    snooze.focus();
    fireEvent.click(snooze);
    await waitFor(() => expect(names()).toEqual(['Take a break', 'In a meeting', 'Pause']));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Take a break'));
    expect(acts).toEqual([{ kind: 'snooze' }]);
  });

  it('offers the way back while a break is taken, and nothing else', async () => {
    state = { ...state, taking: { kind: 'break', began: NOW, ends: NOW + 5 * MINUTE } };
    show();
    await screen.findByText('A break, until 10:05');
    expect(names()).toEqual(['I’m back']);
  });
});

describe('a field for a number', () => {
  it('keeps what doesn’t fit as it was typed, says what would, and stores nothing', () => {
    const written: unknown[] = [];
    render(
      <NumberField id="n" label="Minutes" value={50} least={1} most={240} write={(v) => written.push(v)} />,
    );
    const field = screen.getByRole('spinbutton');
    fireEvent.change(field, { target: { value: '0' } });
    expect(field).toHaveProperty('value', '0');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    screen.getByRole('alert');
    fireEvent.change(field, { target: { value: '45' } });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(written).toEqual([45]);
  });
});
