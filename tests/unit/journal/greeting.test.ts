import { describe, expect, it } from 'vitest';
import { greetingAt } from '../../../components/journal/greeting.ts';
import { panelWords } from '../../../utils/i18n/en/panel.ts';

describe('the greeting', () => {
  it.each([
    [23, 'night'],
    [0, 'night'],
    [4, 'night'],
    [5, 'morning'],
    [11, 'morning'],
    [12, 'afternoon'],
    [17, 'afternoon'],
    [18, 'evening'],
    [22, 'evening'],
  ] as const)('at %i o’clock is that of the %s', (hour, greeting) => {
    expect(greetingAt(hour)).toBe(greeting);
  });

  it('has words at every hour', () => {
    for (let hour = 0; hour < 24; hour += 1) expect(panelWords[greetingAt(hour)]).toMatch(/\S/);
  });
});
