import { describe, expect, it } from 'vitest';
import type { Site } from '../../../utils/directory/schema.ts';
import {
  effectiveAddresses,
  effectiveKeys,
  effectiveRefreshHours,
  whereabouts,
} from '../../../utils/settings/effective.ts';
import {
  type Policy,
  type Profile,
  profileSchema,
  type Settings,
  settingsSchema,
} from '../../../utils/settings/schema.ts';

const settings = (changes: Partial<Settings> = {}): Settings => settingsSchema.parse(changes);
const OWN = { url: 'https://example.org/own.json', signIn: false };
const SET = 'https://example.com/set.json';

describe('the addresses to fetch', () => {
  it('are none while none is set', () => {
    expect(effectiveAddresses(settings(), {})).toEqual([]);
  });

  it('begin with the one that policy set', () => {
    expect(effectiveAddresses(settings({ addresses: [OWN] }), { directoryUrl: SET })).toEqual([
      { url: SET, signIn: false },
      OWN,
    ]);
  });

  it('name each once, and keep that a person signs in to the one that policy set', () => {
    const addresses = [OWN, { url: SET, signIn: true }, { ...OWN, signIn: true }];
    expect(effectiveAddresses(settings({ addresses }), { directoryUrl: SET })).toEqual([
      { url: SET, signIn: true },
      OWN,
    ]);
  });
});

describe('keys and hours', () => {
  const key = (kid: string) => ({ kid, x: 'A'.repeat(43) });

  it('takes policy’s keys together with the person’s own', () => {
    const own = settings({ publicKeys: [key('own')] });
    expect(effectiveKeys(own, { publicKeys: [key('set')] }).map(({ kid }) => kid)).toEqual(['set', 'own']);
    expect(effectiveKeys(settings(), {})).toEqual([]);
  });

  it('takes policy’s interval, else the person’s, else a day', () => {
    expect(effectiveRefreshHours(settings({ refreshHours: 2 }), { refreshHours: 5 })).toBe(5);
    expect(effectiveRefreshHours(settings({ refreshHours: 2 }), {})).toBe(2);
    expect(effectiveRefreshHours(settings(), {})).toBe(24);
  });
});

const site = (id: string, country: string, timeZone: string): Site => ({ id, name: id, country, timeZone });
const SITES = [
  site('lon', 'GB', 'Europe/London'),
  site('krk', 'PL', 'Europe/Warsaw'),
  site('waw', 'PL', 'Europe/Warsaw'),
  site('ber', 'DE', 'Europe/Berlin'),
];
const IN_LONDON = { zone: 'Europe/London', locales: ['en-GB', 'pl'] };
const IN_BERLIN = { zone: 'Europe/Berlin', locales: ['de'] };
const who = (
  profile: Partial<Profile> = {},
  policy: Policy = {},
  device: typeof IN_LONDON = IN_LONDON,
  sites: readonly Site[] = SITES,
) => {
  const found = whereabouts(profileSchema.parse(profile), policy, device, sites);
  return {
    site: found.profile.site,
    country: found.country,
    guessed: found.siteGuessed,
    languages: found.profile.languages,
  };
};

describe('who the person is taken to be', () => {
  it('is guessed from the clock while nothing is chosen, and the guess is marked as one', () => {
    expect(who()).toEqual({ site: 'lon', country: 'GB', guessed: true, languages: ['en-GB', 'pl'] });
  });

  it('is what they chose, before policy and the clock', () => {
    const policy = { site: 'ber', country: 'DE' };
    expect(who({ site: 'krk', country: 'CZ', languages: ['cs'] }, policy)).toEqual({
      site: 'krk',
      country: 'CZ',
      guessed: false,
      languages: ['cs'],
    });
  });

  it('is what policy set, before the clock', () => {
    expect(who({}, { site: 'ber', country: 'AT' })).toMatchObject({
      site: 'ber',
      country: 'AT',
      guessed: false,
    });
  });

  it('is in the country of the site that was chosen, whatever the clock says', () => {
    expect(who({ site: 'krk' })).toMatchObject({ country: 'PL' });
    expect(who({}, { site: 'krk' })).toMatchObject({ country: 'PL' });
  });

  it('goes by the clock for the country where the chosen site is in no directory', () => {
    expect(who({ site: 'closed' })).toMatchObject({ site: 'closed', country: 'GB', guessed: false });
    expect(who({ site: 'krk' }, {}, IN_LONDON, [])).toMatchObject({ country: 'GB' });
  });

  it('has no site where several could be it', () => {
    const warsaw = { zone: 'Europe/Warsaw', locales: ['pl'] };
    expect(who({}, {}, warsaw)).toMatchObject({ site: undefined, country: 'PL', guessed: false });
  });

  it('shows a traveller the numbers of the country where the clock is, not of a guessed site', () => {
    const only = [site('sal', 'AT', 'Europe/Berlin')];
    expect(who({}, {}, IN_BERLIN, only)).toMatchObject({ site: 'sal', country: 'DE', guessed: true });
  });

  it('has no country where nothing tells of one', () => {
    const nowhere = { zone: 'UTC', locales: ['en'] };
    const found = whereabouts(profileSchema.parse({}), {}, nowhere, SITES);
    expect(found).not.toHaveProperty('country');
    expect(found.profile).not.toHaveProperty('country');
    expect(found.profile).not.toHaveProperty('site');
  });

  it('keeps all else of the profile', () => {
    const profile = profileSchema.parse({ team: 'Payments', topics: ['grief'], avoidOwnTeam: false });
    expect(whereabouts(profile, {}, IN_LONDON, SITES).profile).toMatchObject({
      team: 'Payments',
      topics: ['grief'],
      avoidOwnTeam: false,
    });
  });
});
