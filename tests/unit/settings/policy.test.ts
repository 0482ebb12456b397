import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../utils/settings/policy.ts';
import { policySchema } from '../../../utils/settings/schema.ts';

const KEY = { kid: '2026', x: 'A'.repeat(43) };
const GOOD = {
  directoryUrl: 'https://example.com/allies.json',
  publicKeys: [KEY],
  country: 'GB',
  site: 'lon',
  refreshHours: 12,
  organizationName: 'Northwind',
};

describe('reading managed storage', () => {
  it('takes all that conforms', () => {
    expect(readPolicy(GOOD)).toEqual({ policy: GOOD, faults: [] });
  });

  it.each([[{}], [undefined], [null], ['policy'], [7], [[]]])(
    'finds no policy, and no fault, in %j',
    (managed) => {
      expect(readPolicy(managed)).toEqual({ policy: {}, faults: [] });
    },
  );

  it.each([
    ['directoryUrl', 'http://example.com/'],
    ['directoryUrl', null],
    ['publicKeys', [{ kid: 'k', x: 'short' }]],
    ['publicKeys', KEY],
    ['country', 'gb'],
    ['country', 'United Kingdom'],
    ['site', ''],
    ['refreshHours', '12'],
    ['refreshHours', 0],
    ['organizationName', 'x'.repeat(161)],
  ])('leaves out a bad %s (%j) by its name, and keeps the rest', (key, value) => {
    const { [key]: _left, ...rest } = Object.fromEntries(Object.entries(GOOD));
    expect(readPolicy({ ...GOOD, [key]: value })).toEqual({ policy: rest, faults: [key] });
  });

  it('knows no key that would reach the journal or the reminders', () => {
    const more = { journal: true, passphrase: 'x', breaks: true, discreet: true, sample: true, telemetry: 1 };
    expect(readPolicy({ ...GOOD, ...more })).toEqual({ policy: GOOD, faults: [] });
  });

  it('drops no signature check because one of several keys is bad: the fault is named', () => {
    const { policy, faults } = readPolicy({ publicKeys: [KEY, { kid: 'x', x: '?' }] });
    expect(policy).not.toHaveProperty('publicKeys');
    expect(faults).toEqual(['publicKeys']);
  });

  it('gives a policy that conforms and names each other key once, whatever it finds', () => {
    const someValue = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(GOOD)));
    const someManaged = fc.record(Object.fromEntries(Object.keys(GOOD).map((key) => [key, someValue])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(someManaged, (managed) => {
        const { policy, faults } = readPolicy(managed);
        expect(policySchema.safeParse(policy)).toMatchObject({ success: true });
        expect([...Object.keys(policy), ...faults].toSorted()).toEqual(Object.keys(managed).toSorted());
      }),
    );
  });
});
