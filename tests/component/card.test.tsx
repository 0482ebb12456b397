import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Reach } from '../../components/directory/reach.tsx';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { built, MORNING, ZONE } from '../../entrypoints/gallery/directory.ts';
import { everyChannel } from '../../entrypoints/gallery/documents.ts';
import { stillPorts } from '../../entrypoints/gallery/ports.ts';
import { reachWords } from '../../utils/i18n/en/reach.ts';

const copy = vi.fn(() => Promise.resolve());

beforeEach(async () => {
  const from = built(everyChannel, MORNING);
  copy.mockClear();
  render(
    <WordsContext.Provider value={createWords(reachWords, 'en-GB', ZONE)}>
      <Reach ports={{ ...stillPorts(from, MORNING), copy }} initial={from.view} guessedCountry={undefined} />
    </WordsContext.Provider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Maya Kowalska' }));
  await screen.findByText('I listen more than I talk.', { exact: false });
});
afterEach(cleanup);

const hrefOf = (name: RegExp): string | null => screen.getByRole('link', { name }).getAttribute('href');

describe('an ally’s card', () => {
  it('says that they are a volunteer, when they are free, and in what they are trained', () => {
    screen.getByText('A trained volunteer who listens. Not a counsellor.');
    screen.getByText('Mental Health First Aid, valid until 1 March 2038');
    screen.getByText('English and Polish');
    expect(screen.getByRole('table').textContent).toContain('Monday8:00 – 18:00');
  });

  it('says what stays between the two', () => {
    screen.getByText(/The limit is danger to a life/);
  });

  it.each([
    [
      /^Teams chat: /,
      /^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=maya%40northwind\.example&message=Hi/,
    ],
    [/^Slack: /, /^slack:\/\/user\?team=T01NORTH&id=U01MAYA$/],
    [/^Webex: /, /^webexteams:\/\/im\?email=maya%40northwind\.example$/],
    [/^Email: /, /^mailto:maya@northwind\.example\?subject=A%20few%20minutes%20this%20week%3F&body=Hi/],
    [/^Call: /, /^tel:\+442079460112$/],
    [/^Desk: /, /^tel:4711$/],
    [/^Text message: /, /^sms:\+447700900112\?body=Hi/],
    [/^Book a time: /, /^https:\/\/book\.northwind\.example\/maya$/],
    [/^About me: /, /^https:\/\/intranet\.northwind\.example\/maya$/],
  ])('reaches them by %s', (name, href) => {
    expect(hrefOf(name)).toMatch(href);
  });

  it('opens web pages in a tab that is not told from where, and the rest in its own frame', () => {
    const page = screen.getByRole('link', { name: /^Book a time: / });
    expect(page.getAttribute('target')).toBe('_blank');
    expect(page.getAttribute('rel')).toBe('noopener noreferrer');
    expect(screen.getByRole('link', { name: /^Call: / }).getAttribute('target')).toBeNull();
  });

  it('says of each way who can see that it was used', () => {
    screen.getByText('Your mail server keeps it; administrators may be able to see the subject line.');
    expect(screen.getAllByText('It shows in your call list and on the phone bill.')).toHaveLength(2);
    screen.getByText('The calendar entry may be visible to colleagues.');
  });

  it('sends a changed first line along', () => {
    fireEvent.input(screen.getByRole('textbox', { name: 'A first line' }), {
      target: { value: 'Tea at three?' },
    });
    expect(hrefOf(/^Email: /)).toContain('&body=Tea%20at%20three%3F');
    expect(hrefOf(/^Text message: /)).toContain('?body=Tea%20at%20three%3F');
    expect(hrefOf(/^Teams chat: /)).toContain('&message=Tea%20at%20three%3F');
  });

  it('copies an address, and says so', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Copy +442079460112' }));
    expect(copy).toHaveBeenCalledWith('+442079460112');
    expect((await screen.findAllByText('Copied')).length).toBeGreaterThan(0);
  });

  it('says what to do where the browser lets nothing be copied', async () => {
    copy.mockImplementationOnce(() => Promise.reject(new Error('denied')));
    fireEvent.click(screen.getByRole('button', { name: 'Copy +442079460112' }));
    await screen.findByText('Your browser did not allow copying. Select the text and copy it by hand.');
  });

  it('leads to the professionals', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'See resources' }));
    await screen.findByRole('tab', { name: /Resources/, selected: true });
  });
});
