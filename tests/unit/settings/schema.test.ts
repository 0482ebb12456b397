import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isDirectoryAddress,
  policySchema,
  profileSchema,
  publicKeySchema,
  refreshHoursSchema,
  settingsSchema,
} from '../../../utils/settings/schema.ts';

describe('an address of a directory', () => {
  it.each([
    'https://example.com/allies.json',
    'https://example.com:8443/a?b=c#d',
    'http://localhost:8080/a.json',
    'http://127.0.0.1/a.json',
  ])('may be %s', (address) => {
    expect(isDirectoryAddress(address)).toBe(true);
  });

  it.each([
    ['plain http elsewhere', 'http://example.com/a.json'],
    ['http to a name that only looks local', 'http://localhost.example.com/a.json'],
    ['http to another machine of the network', 'http://192.168.1.2/a.json'],
    ['a user name', 'https://maya@example.com/a.json'],
    ['a password', 'https://:secret@example.com/a.json'],
    ['a user name on loopback', 'http://maya@localhost/a.json'],
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:application/json,{}'],
    ['no scheme', 'example.com/a.json'],
    ['nothing', ''],
  ])('is not one with %s', (_, address) => {
    expect(isDirectoryAddress(address)).toBe(false);
  });

  it('is https, or stays on this machine, and never names a person', () => {
    const someAddress = fc.oneof(
      fc.webUrl({ withQueryParameters: true }),
      fc.string(),
      fc
        .tuple(
          fc.constantFrom('http:', 'https:', 'ftp:', 'ws:', 'blob:https:'),
          fc.constantFrom('//', '////', '/\\', ''),
          fc.constantFrom('', 'me@', 'me:pw@', ':@', '@'),
          fc.constantFrom('localhost', '127.0.0.1', '127.1', 'LOCALHOST', '[::1]', 'example.com', '0x7f.1'),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(someAddress, (address) => {
        if (!isDirectoryAddress(address)) return;
        const { protocol, hostname, username, password } = new URL(address);
        expect([username, password]).toEqual(['', '']);
        if (protocol !== 'https:') {
          expect([protocol, /^(localhost|127\.0\.0\.1)$/.test(hostname)]).toEqual(['http:', true]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what a person sets', () => {
  it('has a value for everything while nothing is set', () => {
    expect(settingsSchema.parse({})).toEqual({
      addresses: [],
      publicKeys: [],
      discreet: false,
      sample: false,
    });
    expect(profileSchema.parse({})).toEqual({ languages: [], topics: [], avoidOwnTeam: true });
  });

  it('asks for no cookies unless that was chosen', () => {
    const { addresses } = settingsSchema.parse({ addresses: [{ url: 'https://example.com/' }] });
    expect(addresses).toEqual([{ url: 'https://example.com/', signIn: false }]);
  });

  it('is read back as it was stored', () => {
    const settings = {
      addresses: [{ url: 'https://example.com/', signIn: true }],
      publicKeys: [{ kid: 'k', x: 'A'.repeat(43) }],
      refreshHours: 6,
      discreet: true,
      sample: true,
    };
    expect(settingsSchema.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
    const profile = {
      country: 'GB',
      site: 'lon',
      languages: ['pl', 'en-GB'],
      team: 'Payments',
      topics: ['grief'],
      avoidOwnTeam: false,
    };
    expect(profileSchema.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
  });

  it('refreshes at least weekly and at most hourly', () => {
    const isTaken = (hours: unknown) => refreshHoursSchema.safeParse(hours).success;
    expect([1, 24, 168].map(isTaken)).toEqual([true, true, true]);
    expect([0, -1, 169, 1.5, '24', Number.NaN].map(isTaken)).toEqual(Array(6).fill(false));
  });

  it('takes a raw Ed25519 key of 32 bytes in base64url', () => {
    const isTaken = (x: string, kid = 'k') => publicKeySchema.safeParse({ kid, x }).success;
    expect(isTaken(Buffer.alloc(32, 255).toString('base64url'))).toBe(true);
    expect(isTaken(Buffer.alloc(32, 255).toString('base64'))).toBe(false);
    expect(isTaken(Buffer.alloc(31).toString('base64url'))).toBe(false);
    expect(isTaken(Buffer.alloc(33).toString('base64url'))).toBe(false);
    expect(isTaken('A'.repeat(43), '')).toBe(false);
  });
});

describe('what policy may set', () => {
  it('is no more than the directory, the place and the name', () => {
    expect(Object.keys(policySchema.shape).toSorted()).toEqual([
      'country',
      'directoryUrl',
      'organizationName',
      'publicKeys',
      'refreshHours',
      'site',
    ]);
  });
});
