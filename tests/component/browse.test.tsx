import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Reach } from '../../components/directory/reach.tsx';
import type { ReachPorts } from '../../components/directory/reach-ports.ts';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { type Built, built, MORNING, NIGHT, ZONE } from '../../entrypoints/gallery/directory.ts';
import { everyChannel } from '../../entrypoints/gallery/documents.ts';
import { stillPorts } from '../../entrypoints/gallery/ports.ts';
import northwind from '../../public/sample-directory.json' with { type: 'json' };
import { reachWords } from '../../utils/i18n/en/reach.ts';

afterEach(cleanup);

const sample = (now = MORNING): Built => built({ ...northwind, environment: 'production' }, now);

function open(from: Built, changes: Partial<ReachPorts> = {}, now = MORNING) {
  const ports = { ...stillPorts(from, now), ...changes };
  render(
    <WordsContext.Provider value={createWords(reachWords, 'en-GB', ZONE)}>
      <Reach ports={ports} initial={from.view} guessedCountry={undefined} />
    </WordsContext.Provider>,
  );
  return ports;
}

const allies = (): HTMLElement[] =>
  within(screen.getByRole('list', { name: 'Allies' })).getAllByRole('listitem');
const nameOf = (row: HTMLElement): string | null =>
  within(row).getByRole('heading', { level: 3 }).textContent;
const searchFor = async (text: string): Promise<void> => {
  const field = screen.getByRole('searchbox', { name: 'Search' });
  field.focus();
  fireEvent.input(field, { target: { value: text } });
  await waitFor(() => screen.getByText(/found$/));
};

describe('the list of allies', () => {
  it('heads each item by the ally’s name, and says its place in the whole', () => {
    open(sample());
    const [first] = allies();
    if (first === undefined) throw new Error('Nobody is listed.');
    expect(nameOf(first)).toBe(sample().view.rows[0]?.name);
    expect(first.getAttribute('aria-posinset')).toBe('1');
    expect(first.getAttribute('aria-setsize')).toBe(String(sample().view.total));
  });

  it('counts who is free, and says so when nobody is', () => {
    open(sample());
    screen.getByText(/people are free to listen now/);
    cleanup();
    const night = sample(NIGHT);
    open(
      { ...night, view: { ...night.view, rows: night.view.rows.filter(({ id }) => id === 'grace-liang') } },
      {},
      NIGHT,
    );
    screen.getByText('Nobody is free this minute. These people come next.');
  });

  it('is narrowed by a chip, and widened again', async () => {
    open(sample());
    const site = screen.getByRole('button', { name: 'My site' });
    fireEvent.click(site);
    expect(site.getAttribute('aria-pressed')).toBe('true');
    await waitFor(() => expect(allies().every((row) => row.textContent?.includes('your site'))).toBe(true));
    fireEvent.click(site);
    await waitFor(() => expect(Number(allies()[0]?.getAttribute('aria-setsize'))).toBe(sample().view.total));
  });

  it('is searched, without accents, and says how many were found', async () => {
    open(sample());
    await searchFor('noemie');
    await waitFor(() => expect(allies().map(nameOf)).toContain('Noémie Tremblay'));
  });

  it('says what to try when nothing is found, and asks nothing of the network', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    open(sample());
    await searchFor('zzzz');
    await screen.findByText('Nobody here matches “zzzz”.');
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });
});

describe('the keyboard', () => {
  it('goes to the search by a slash, and walks the rows by arrows', () => {
    open(sample());
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    fireEvent.keyDown(document.activeElement ?? document, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe(sample().view.rows[0]?.name);
    fireEvent.keyDown(document.activeElement ?? document, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  });

  it('opens a card, and steps back out of it by Escape', async () => {
    open(built(everyChannel, MORNING));
    fireEvent.click(screen.getByRole('button', { name: 'Maya Kowalska' }));
    await screen.findByRole('heading', { level: 2, name: /Maya Kowalska/ });
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
  });
});

describe('the popup around it', () => {
  it('has the crisis foot and a way out in every state', () => {
    for (const initial of [sample().view, undefined, 'failed'] as const) {
      render(
        <WordsContext.Provider value={createWords(reachWords, 'en-GB', ZONE)}>
          <Reach ports={stillPorts(undefined, MORNING)} initial={initial} guessedCountry="GB" />
        </WordsContext.Provider>,
      );
      screen.getByRole('link', { name: 'Call 999' });
      screen.getByRole('button', { name: 'Leave' });
      cleanup();
    }
  });

  it('leaves by its button, and by Shift three times in two seconds', () => {
    const leave = vi.fn();
    open(sample(), { leave });
    fireEvent.click(screen.getByRole('button', { name: 'Leave' }));
    for (const _ of [1, 2, 3]) fireEvent.keyDown(document, { key: 'Shift' });
    expect(leave).toHaveBeenCalledTimes(2);
  });

  it('stays when Shift begins a capital letter', () => {
    const leave = vi.fn();
    open(sample(), { leave });
    for (const letter of ['A', 'B', 'C']) {
      fireEvent.keyDown(document, { key: 'Shift' });
      fireEvent.keyDown(document, { key: letter });
    }
    expect(leave).not.toHaveBeenCalled();
  });
});
