import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { ResourceList } from '../../components/directory/resource-list.tsx';
import { CrisisFoot } from '../../components/ui/crisis-foot.tsx';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { helpFor } from '../../utils/helplines/helplines.ts';
import { reachWords } from '../../utils/i18n/en/reach.ts';

const words = createWords(reachWords, 'en-GB', 'Europe/London');
const WORLDWIDE = 'https://findahelpline.com/';
const DAY = 86_400_000;

const foot = (country: string | undefined, now: number) =>
  render(
    <WordsContext.Provider value={words}>
      <CrisisFoot country={country} setCountry={() => undefined} now={now} />
    </WordsContext.Provider>,
  );
const resources = (country: string, today: string) =>
  render(
    <WordsContext.Provider value={words}>
      <ResourceList
        resources={[]}
        organization={undefined}
        country={country}
        today={today}
        copy={async () => undefined}
      />
    </WordsContext.Provider>,
  );
const linksTo = (start: string): string[] =>
  screen
    .queryAllByRole('link')
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => href.startsWith(start));

afterEach(cleanup);

const [line] = helpFor('GB').lines;
const reviewBy = line?.reviewBy ?? '';
const due = Date.parse(reviewBy);
const dayAfter = new Date(due + DAY).toISOString().slice(0, 10);
const said = (iso: string | undefined) => words.formats.day(iso ?? '');

describe('help at any hour', () => {
  it('shows numbers alone while each is within its review', () => {
    foot('GB', due);
    expect(linksTo('tel:')).toEqual(['tel:999', 'tel:112', 'tel:116123']);
    expect(linksTo('sms:')).toEqual(['sms:85258']);
    expect(linksTo('https:')).toEqual([]);
  });

  it('keeps a number that is past its review, with when it was checked and its official page', () => {
    foot('GB', due + DAY);
    expect(linksTo('tel:')).toContain('tel:116123');
    const year = line?.verified?.slice(0, 4);
    expect(screen.getAllByText(`Checked in ${year}`)).toHaveLength(2);
    const name = `Checked in ${year}. Compare with the official page of Samaritans`;
    const compare = screen.getByRole('link', { name });
    expect(compare.getAttribute('href')).toBe(line?.source);
  });

  it('says so of a number that was never checked', () => {
    foot('JP', 0);
    const compare = screen.getByRole('link', { name: /official page of TELL Lifeline$/ });
    expect(compare.textContent).toBe('Not checked');
    expect(linksTo('https:')).toHaveLength(1);
  });

  it('says whom each number calls, and from where, in words', () => {
    foot('ZA', due);
    for (const whom of ['police', 'ambulance', 'from a mobile']) expect(screen.getByText(whom)).toBeTruthy();
  });

  it.each([
    ['a country without a line that is known', 'ZA', /no checked line for South Africa/],
    ['a country that is not in the file', 'SN', /not checked numbers for Senegal/],
    ['no country', undefined, /^Choose a country to see its numbers/],
  ])('says where to find a line: %s', (_, country, sentence) => {
    foot(country, due);
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(linksTo('https:')).toEqual([WORLDWIDE]);
  });
});

describe('helplines among the resources', () => {
  it('say in full that they are due for a check', () => {
    resources('GB', dayAfter);
    const warning = `Due for a check since ${said(reviewBy)}. Please compare`;
    expect(screen.getAllByText(warning, { exact: false })).toHaveLength(2);
  });

  it('say when they were checked until then', () => {
    resources('GB', reviewBy);
    expect(screen.getAllByText(`Checked on ${said(line?.verified)}`, { exact: false })).toHaveLength(2);
  });

  it('say that there is none, and where to find one', () => {
    resources('IT', reviewBy);
    expect(screen.getByText(/no checked line for Italy/)).toBeTruthy();
    expect(linksTo('https:')).toEqual([WORLDWIDE]);
  });
});
