import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { EntryBrowser } from '../../components/journal/entry-browser.tsx';
import { useFound } from '../../components/journal/use-found.ts';
import type { Journal, Kept } from '../../utils/journal/ports.ts';
import { anEntry } from '../unit/journal/an-entry.ts';

afterEach(cleanup);

/** So many entries, the newest first, as a journal hands them out. */
function journalOf(count: number): Pick<Journal, 'latest' | 'all'> {
  const all: Kept[] = Array.from({ length: count }, (_, index) => ({
    entry: anEntry({ at: Date.UTC(2026, 0, 1) - index * 60_000, text: `Number ${index + 1}.` }),
    revision: 1,
  }));
  return { latest: async (many) => all.slice(0, many), all: async () => all };
}

function Browsing({ journal }: { journal: Pick<Journal, 'latest' | 'all'> }) {
  return <EntryBrowser found={useFound(journal, 0)} open={() => undefined} />;
}

/** Presses “Show more”, and waits until so many entries are there. */
async function more(many: number): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await screen.findByText(`Number ${many}.`);
}

const focusedText = (): string | undefined =>
  document.activeElement?.closest('li')?.querySelector('.entry-beginning')?.textContent ?? undefined;

describe('the entries, twenty at a time', () => {
  it.each([20, 40, 50, 60])('end without “Show more” where there are %i of them', async (count) => {
    render(<Browsing journal={journalOf(count)} />);
    await screen.findByText('Number 20.');
    for (let shown = 20; shown < count; shown += 20) await more(Math.min(count, shown + 20));
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    expect(screen.getAllByRole('listitem')).toHaveLength(count);
  });

  it.each([21, 51, 61])('go on to the last of %i', async (count) => {
    render(<Browsing journal={journalOf(count)} />);
    await screen.findByText('Number 20.');
    for (let shown = 20; shown < count; shown += 20) await more(Math.min(count, shown + 20));
    expect(screen.getAllByRole('listitem')).toHaveLength(count);
  });

  it('have the focus on the first of those that “Show more” brought', async () => {
    render(<Browsing journal={journalOf(55)} />);
    await screen.findByText('Number 20.');
    await more(40);
    await waitFor(() => expect(focusedText()).toBe('Number 21.'));
    await more(55);
    await waitFor(() => expect(focusedText()).toBe('Number 41.'));
  });

  it('leave the focus in the search, once somebody types there', async () => {
    render(<Browsing journal={journalOf(55)} />);
    await screen.findByText('Number 20.');
    await more(40);
    await waitFor(() => expect(focusedText()).toBe('Number 21.'));
    const search = screen.getByRole('searchbox');
    search.focus();
    fireEvent.input(search, { target: { value: 'number' } });
    await screen.findByText('55 entries');
    expect(document.activeElement).toBe(search);
  });
});
