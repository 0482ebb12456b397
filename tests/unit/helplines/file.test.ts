import { describe, expect, it } from 'vitest';
import data from '../../../public/helplines.json' with { type: 'json' };
import { COUNTRIES } from '../../../utils/helplines/countries.ts';
import { helplinesSchema } from '../../../utils/helplines/schema.ts';
import { EUROPEAN_UNION, FACTS } from './facts.ts';

const { countries } = helplinesSchema.parse(data);
const lines = Object.entries(countries).flatMap(([country, help]) =>
  help.lines.map((line) => ({ country, ...line })),
);
const YEAR = 366 * 86_400_000;

/** Every row is checked on a day of the past; this one is after all of them, and moves with them. */
const LAST_EDITED = '2026-11-23';

describe('the bundled file of helplines', () => {
  it('names exactly the countries whose numbers are known', () => {
    expect(Object.keys(countries).toSorted()).toEqual([...FACTS.keys()].toSorted());
    expect(Object.keys(countries).filter((country) => EUROPEAN_UNION.includes(country))).toHaveLength(27);
  });

  it.each([...FACTS])('has the numbers of %s, and no other', (country, facts) => {
    const help = countries[country];
    expect(help?.emergency.map(({ number, for: whom }) => [number, whom].filter(Boolean).join(' '))).toEqual(
      facts.emergency,
    );
    expect(
      help?.lines.map(({ channels }) =>
        channels.map(({ type, number, display }) => `${type === 'sms' ? 'sms:' : ''}${display ?? number}`),
      ),
    ).toEqual(facts.lines ?? []);
  });

  it('names countries that exist', () => {
    expect(Object.keys(countries).filter((country) => !COUNTRIES.includes(country))).toEqual([]);
  });

  it('gives each line an id of its own that begins with its country', () => {
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    for (const { id, country } of lines)
      expect(id).toMatch(new RegExp(`^${country.toLowerCase()}-[a-z0-9-]+$`));
  });

  it('dials each number in the country that it is listed for', () => {
    for (const { id, country, channels } of lines) {
      for (const { region } of channels) expect([id, region]).toEqual([id, country]);
    }
  });

  it('lists no number twice for a country, nor an emergency number as a line', () => {
    for (const [country, help] of Object.entries(countries)) {
      const numbers = [
        ...help.emergency.map(({ number }) => number),
        ...help.lines.flatMap(({ channels }) =>
          channels.filter(({ type }) => type === 'phone').map(({ number }) => number),
        ),
      ];
      expect([country, numbers]).toEqual([country, [...new Set(numbers)]]);
    }
  });

  it('is due for a check a year after each line was checked', () => {
    for (const { id, verified, reviewBy } of lines) {
      if (verified === undefined || reviewBy === undefined) continue;
      const span = Date.parse(reviewBy) - Date.parse(verified);
      expect([id, span > 0 && span <= YEAR]).toEqual([id, true]);
    }
  });

  it('claims no check that is still to come', () => {
    const days = [
      ...lines.map(({ verified }) => verified),
      ...Object.values(countries).map(({ emergencyVerified }) => emergencyVerified),
    ];
    expect(days.filter((day) => day !== undefined && day > LAST_EDITED)).toEqual([]);
  });

  it('leaves undated only the line whose source has no date', () => {
    expect(lines.filter(({ verified }) => verified === undefined).map(({ id }) => id)).toEqual(['jp-tell']);
  });

  it('says when and in which language each line answers', () => {
    for (const { id, hours, languages, description } of lines) {
      expect([id, hours]).not.toEqual([id, undefined]);
      expect([id, languages.length > 0 || description !== undefined]).toEqual([id, true]);
    }
  });

  it('shows both of a pair: two numbers, two languages, call and text', () => {
    const channelsOf = (country: string) =>
      countries[country]?.lines.flatMap(({ channels }) => channels) ?? [];
    for (const country of ['US', 'CA', 'NZ', 'GB']) {
      expect(
        channelsOf(country)
          .map(({ type }) => type)
          .toSorted(),
      ).toEqual(['phone', 'sms']);
    }
    expect(channelsOf('DE')).toHaveLength(2);
    expect(countries.JP?.lines.flatMap(({ languages }) => languages)).toEqual(['ja', 'en']);
    expect(countries.CA?.lines[0]?.languages).toEqual(['en', 'fr']);
  });
});

describe('a row that would mislead', () => {
  const [line] = countries.GB?.lines ?? [];
  const fileWith = (changes: object) => ({
    format: 'earshot-helplines/1',
    countries: { GB: { ...countries.GB, lines: [{ ...line, ...changes }] } },
  });
  const channel = { type: 'phone', number: '116123', region: 'GB' };

  it('starts from one that stands', () => {
    expect(helplinesSchema.safeParse(fileWith({})).success).toBe(true);
  });

  it.each([
    ['a short code in international form', { channels: [{ ...channel, number: '+44116123' }] }],
    ['a number with spaces in it', { channels: [{ ...channel, number: '116 123' }] }],
    ['a number shown otherwise than it is dialled', { channels: [{ ...channel, display: '116 132' }] }],
    ['a number without its country', { channels: [{ type: 'phone', number: '116123' }] }],
    ['a way that no telephone knows', { channels: [{ ...channel, type: 'chat' }] }],
    ['no number at all', { channels: [] }],
    ['no source', { source: undefined }],
    ['a source that is not https', { source: 'http://www.samaritans.org/' }],
    ['a check without the day of the next', { reviewBy: undefined }],
    ['a day of review without a check', { verified: undefined }],
    ['a day that is none', { verified: '2026-02-30' }],
    ['a misspelt key', { eligability: 'Everyone' }],
  ])('is refused: %s', (_, changes) => {
    expect(helplinesSchema.safeParse(fileWith(changes)).success).toBe(false);
  });

  it('is refused: a country without an emergency number', () => {
    const file = { format: 'earshot-helplines/1', countries: { GB: { ...countries.GB, emergency: [] } } };
    expect(helplinesSchema.safeParse(file).success).toBe(false);
  });
});
