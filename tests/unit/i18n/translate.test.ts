import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Catalog, translator } from '../../../utils/i18n/translate.ts';

const words = {
  plain: 'Good evening.',
  named: 'Reach {name} at {site}, {name}',
  found: { one: '{count} found', other: '{count} found in all' },
  people: { one: '{count} osoba', few: '{count} osoby', many: '{count} osób', other: '{count} osoby' },
  onlyOther: { other: '{count} left' },
} as const;
const t = translator(words, 'en');

describe('a message', () => {
  it('is said as it stands in the catalog', () => {
    expect(t('plain')).toBe('Good evening.');
  });

  it('has each value in each of its places', () => {
    expect(t('named', { name: 'Maya', site: 'London' })).toBe('Reach Maya at London, Maya');
  });

  it('shows the place of a value that is missing, so that a mistake is seen', () => {
    expect(t('named', { name: 'Maya' })).toBe('Reach Maya at {site}, Maya');
    expect(t('named')).toBe('Reach {name} at {site}, {name}');
  });

  it('shows a zero and an empty text as what they are', () => {
    expect(t('named', { name: 0, site: '' })).toBe('Reach 0 at , 0');
  });

  it('is its own key where the catalog lacks it', () => {
    const wider: Catalog = words;
    expect(translator(wider, 'en')('gone')).toBe('gone');
  });

  it('takes no value’s text for a pattern or for another place', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('{site}', '$&', '$1', '\\{name}')), (name) => {
        expect(t('named', { name, site: 'London' })).toBe(`Reach ${name} at London, ${name}`);
      }),
    );
  });

  it('leaves the place of what no one gave, whatever it is called', () => {
    const someName = fc.oneof(
      fc.stringMatching(/^\w+$/),
      fc.constantFrom('toString', 'constructor', '__proto__', 'valueOf'),
    );
    fc.assert(
      fc.property(someName, (name) => {
        expect(translator({ asks: `a {${name}} b` }, 'en')('asks')).toBe(`a {${name}} b`);
      }),
    );
  });
});

describe('a message with plural forms', () => {
  it('takes the one that English has for the count', () => {
    expect([0, 1, 2, 500].map((count) => t('found', { count }))).toEqual([
      '0 found in all',
      '1 found',
      '2 found in all',
      '500 found in all',
    ]);
  });

  it('goes by the rules of the locale', () => {
    const polish = translator(words, 'pl');
    expect([1, 2, 5, 12, 22, 25].map((count) => polish('people', { count }))).toEqual([
      '1 osoba',
      '2 osoby',
      '5 osób',
      '12 osób',
      '22 osoby',
      '25 osób',
    ]);
  });

  it('falls back on the form that every language has', () => {
    expect(translator(words, 'ar')('found', { count: 3 })).toBe('3 found in all');
    expect(t('onlyOther', { count: 1 })).toBe('1 left');
    expect(t('found')).toBe('{count} found in all');
  });

  it('writes numbers as the locale writes them', () => {
    expect(translator({ size: '{size} kB' }, 'en')('size', { size: 12_345 })).toBe('12,345 kB');
    expect(translator({ size: '{size} kB' }, 'de')('size', { size: 12_345 })).toBe('12.345 kB');
    expect(translator({ size: '{size} kB' }, 'en')('size', { size: '12345' })).toBe('12345 kB');
  });

  it('says some form, with the count in it, for any count and locale', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('en', 'pl', 'ar', 'ja', 'cy', 'ru'), (count, locale) => {
        const said = translator(words, locale)('people', { count });
        expect(said.startsWith(`${new Intl.NumberFormat(locale).format(count)} os`)).toBe(true);
      }),
    );
  });
});
