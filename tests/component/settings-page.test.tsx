import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SettingsPage } from '../../components/settings/settings-page.tsx';
import type { SettingsModel, SettingsPorts } from '../../components/settings/settings-ports.ts';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { type BreakSettings, breakSettingsSchema } from '../../utils/breaks/schema.ts';
import { settingsWords } from '../../utils/i18n/en/settings.ts';
import {
  MOST_ADDRESSES,
  MOST_KEYS,
  type Profile,
  profileSchema,
  type Settings,
  settingsSchema,
} from '../../utils/settings/schema.ts';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const ZONE = 'Europe/London';

afterEach(cleanup);

describe('the settings page', () => {
  let profile: Profile;
  let settings: Settings;
  let breaks: BreakSettings;
  let tell: Set<() => void>;
  let now: number;

  const model = (): SettingsModel => ({
    policy: {},
    faults: [],
    profile,
    settings,
    whereabouts: { profile, siteGuessed: false, country: 'GB' },
    addresses: settings.addresses,
    states: [],
    log: [],
    sites: [],
    topics: [],
  });
  const watch = (changed: () => void) => {
    tell.add(changed);
    return () => void tell.delete(changed);
  };
  const ports: SettingsPorts = {
    clock: { now: () => now },
    personZone: ZONE,
    locales: ['en-GB'],
    read: async () => model(),
    watch,
    changeProfile: async (change) => {
      profile = change(profile);
    },
    changeSettings: async (change) => {
      settings = change(settings);
    },
    refresh: async () => undefined,
    requestOrigin: async () => true,
    breaks: {
      read: async () => breaks,
      change: async (change) => {
        breaks = change(breaks);
      },
      watch,
      testNotice: async () => undefined,
    },
    leave: () => undefined,
  };
  /** Something was stored elsewhere, and all of it is read and drawn again. */
  const readAgain = () =>
    act(async () => {
      now += 60_000;
      for (const changed of tell) changed();
    });
  const show = async (): Promise<void> => {
    render(
      <WordsContext.Provider value={createWords(settingsWords, 'en-GB', ZONE)}>
        <SettingsPage ports={ports} initial={model()} />
      </WordsContext.Provider>,
    );
    await screen.findByLabelText('Suggest breaks');
  };
  const field = (label: string | RegExp): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label);
  beforeEach(() => {
    profile = profileSchema.parse({});
    settings = settingsSchema.parse({});
    breaks = breakSettingsSchema.parse({ hours: [{ days: ['mo'], start: '09:00', end: '17:30' }] });
    tell = new Set();
    now = NOW;
  });

  it.each([
    ['Your team', 'Pay'],
    [/^Languages/, 'Pol'],
    [/^Topics/, 'gri'],
    [/^Hours between/, '4'],
    [/^Minutes at the computer/, '4'],
    [/^Ask me how I am/, '10:'],
  ])('leaves what is being typed into “%s”, whatever is read anew meanwhile', async (label, begun) => {
    await show();
    const input = field(label);
    fireEvent.input(input, { target: { value: begun } });
    await readAgain();
    expect(input.value).toBe(begun);
  });

  it('leaves a time whose parts are being typed, and shows what holds where it was left so', async () => {
    await show();
    const input = field('From');
    fireEvent.input(input, { target: { value: '' } });
    await readAgain();
    expect(input.value).toBe('');
    fireEvent.blur(input);
    await waitFor(() => expect(input.value).toBe('09:00'));
  });

  it('shows what was stored elsewhere, once a field was left as it was found', async () => {
    await show();
    const input = field('Your team');
    fireEvent.input(input, { target: { value: 'P' } });
    fireEvent.input(input, { target: { value: '' } });
    fireEvent.blur(input);
    profile = { ...profile, team: 'Payments' };
    await readAgain();
    expect(input.value).toBe('Payments');
  });

  it('leaves a language that it doesn’t know as it was typed, to be mended', async () => {
    await show();
    const input = field(/^Languages/);
    fireEvent.input(input, { target: { value: 'Polish, Klingom' } });
    fireEvent.change(input);
    await screen.findByText(/called “Klingom”/);
    fireEvent.blur(input);
    await readAgain();
    expect(input.value).toBe('Polish, Klingom');
    fireEvent.input(input, { target: { value: 'Polish' } });
    fireEvent.change(input);
    expect(profile.languages).toEqual(['pl']);
    expect(screen.queryByText(/Klingom/)).toBeNull();
  });

  it('loses none of two changes, though nothing was read between them, nor one from elsewhere', async () => {
    await show();
    profile = { ...profile, country: 'PL' };
    fireEvent.change(field('Your team'), { target: { value: 'Payments' } });
    fireEvent.change(field(/^Topics/), { target: { value: 'grief, burnout' } });
    expect(profile).toMatchObject({ country: 'PL', team: 'Payments', topics: ['grief', 'burnout'] });
  });

  it('adds no address beyond those there is room for, says so, and keeps what was typed', async () => {
    const addresses = Array.from({ length: MOST_ADDRESSES }, (_, index) => ({
      url: `https://example.com/${index}.json`,
      signIn: false,
    }));
    settings = { ...settings, addresses };
    await show();
    const input = field('Address of a directory');
    fireEvent.input(input, { target: { value: 'https://example.com/more.json' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await screen.findByText(/There is room for 10 addresses/);
    expect(input.value).toBe('https://example.com/more.json');
    expect(settings.addresses).toEqual(addresses);
  });

  it('adds no key beyond those there is room for, but takes another in the place of one', async () => {
    const keyOf = (letter: string) => letter.repeat(43);
    const publicKeys = Array.from({ length: MOST_KEYS }, (_, index) => ({ kid: `k${index}`, x: keyOf('A') }));
    settings = { ...settings, publicKeys };
    await show();
    const add = (kid: string): void => {
      fireEvent.input(field(/^Name of the key/), { target: { value: kid } });
      fireEvent.input(field(/^Public key/), { target: { value: keyOf('B') } });
      fireEvent.click(screen.getByRole('button', { name: 'Add key', hidden: true }));
    };
    add('more');
    await screen.findByText(/There is room for 20 keys/);
    expect(settings.publicKeys).toEqual(publicKeys);
    add('k3');
    await waitFor(() => expect(screen.queryByText(/There is room/)).toBeNull());
    expect(settings.publicKeys.find(({ kid }) => kid === 'k3')?.x).toBe(keyOf('B'));
  });
});
