import { render, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { type BreakCounts, useBreakCounts } from '../../components/journal/use-break-counts.ts';
import { without } from '../../utils/breaks/record.ts';
import type { CountedDay } from '../../utils/breaks/schema.ts';
import type { Journal } from '../../utils/journal/ports.ts';
import { type JournalPrefs, journalPrefsSchema } from '../../utils/journal/schema.ts';

const counted = (day: string, taken: number): CountedDay => ({
  day,
  taken,
  natural: 0,
  snoozed: 0,
  skipped: 0,
});

/** Lets everything else go on for so many steps. */
async function letPass(steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await undefined;
}

interface PanelProps {
  journal: Pick<Journal, 'changePrefs'>;
  counts: BreakCounts;
  open: boolean;
}
function Panel({ journal, counts, open }: PanelProps) {
  useBreakCounts(journal, counts, open);
  return null;
}

describe('what was counted of breaks while the journal was closed', () => {
  let prefs: JournalPrefs;
  let background: CountedDay[];
  let turn: Promise<void>;
  let reads: number;
  let saving: Awaited<ReturnType<Journal['changePrefs']>>;

  const journal: PanelProps['journal'] = {
    changePrefs: async (change) => {
      await letPass(20 * reads);
      if (saving === 'saved') prefs = change(prefs);
      return saving;
    },
  };
  const counts: BreakCounts = {
    inTurn: (job) => {
      turn = turn.then(job);
      return turn;
    },
    read: async () => {
      reads += 1;
      return background;
    },
    forget: async (taken) => {
      await letPass(100);
      background = without(background, taken);
    },
  };
  beforeEach(() => {
    prefs = { ...journalPrefsSchema.parse({}), breaks: [counted('2026-11-20', 2)] };
    background = [counted('2026-11-20', 1), counted('2026-11-21', 3)];
    turn = Promise.resolve();
    reads = 0;
    saving = 'saved';
  });

  it('stays where it is as long as the journal is closed', async () => {
    render(<Panel journal={journal} counts={counts} open={false} />);
    await turn;
    expect(reads).toBe(0);
  });

  it('is added to what the journal has, once it is open, and forgotten elsewhere', async () => {
    render(<Panel journal={journal} counts={counts} open={true} />);
    await waitFor(() => expect(background).toEqual([]));
    expect(prefs.breaks).toEqual([counted('2026-11-20', 3), counted('2026-11-21', 3)]);
  });

  it('is counted once, though two windows open the journal together', async () => {
    render(
      <>
        <Panel journal={journal} counts={counts} open={true} />
        <Panel journal={journal} counts={counts} open={true} />
      </>,
    );
    await waitFor(() => expect(reads).toBe(2));
    await turn;
    expect(prefs.breaks).toEqual([counted('2026-11-20', 3), counted('2026-11-21', 3)]);
  });

  it('is kept where it is when the journal could not take it', async () => {
    saving = 'failed';
    render(<Panel journal={journal} counts={counts} open={true} />);
    await waitFor(() => expect(reads).toBe(1));
    await turn;
    expect(background).toEqual([counted('2026-11-20', 1), counted('2026-11-21', 3)]);
  });
});
