import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../../utils/directory/geo.ts';
import { rankAllies } from '../../../utils/directory/rank.ts';
import type { AllyRow } from '../../../utils/directory/row.ts';
import type { Profile } from '../../../utils/settings/schema.ts';
import { ALL_DAYS, at, contextWith, hours, rowWith, SITES } from './rows.ts';

const OFFICE = [hours('mo tu we th fr', '09:00', '17:00')];
const ALWAYS = [hours(ALL_DAYS, '00:00', '00:00')];

const idsOf = (rows: readonly AllyRow[], context = contextWith()): string[] =>
  rankAllies(rows, context).map(({ ally }) => ally.id);

describe('ranking allies', () => {
  it('puts who is free now before soon, later, unknown hours, away and closed', () => {
    const rows = [
      rowWith({ id: 'closed', site: 'lon', hours: OFFICE, accepting: false }),
      rowWith({ id: 'away', site: 'lon', hours: OFFICE, away: [{ from: '2026-11-20', to: '2026-11-30' }] }),
      rowWith({ id: 'unknown', site: 'lon' }),
      rowWith({ id: 'later', site: 'lon', hours: [hours('tu', '09:00', '17:00')] }),
      rowWith({ id: 'soon', site: 'lon', hours: [hours('mo', '12:00', '17:00')] }),
      rowWith({ id: 'now', timeZone: 'Asia/Tokyo', hours: ALWAYS }),
    ];
    expect(idsOf(rows)).toEqual(['now', 'soon', 'later', 'unknown', 'away', 'closed']);
  });

  it('puts the own site first, then near sites, the country, shared hours, and the rest', () => {
    const rows = [
      rowWith({ id: 'far', site: 'syd', hours: ALWAYS }),
      rowWith({ id: 'hours', site: 'par', hours: [hours('mo', '09:00', '17:00')] }),
      rowWith({ id: 'country', site: 'edi', hours: OFFICE }),
      rowWith({ id: 'near', site: 'ox', hours: OFFICE }),
      rowWith({ id: 'nearer', site: 'hem', hours: OFFICE }),
      rowWith({ id: 'site', site: 'lon', hours: OFFICE }),
    ];
    const ranked = rankAllies(rows, contextWith());
    expect(ranked.map(({ ally }) => ally.id)).toEqual(['site', 'nearer', 'near', 'country', 'hours', 'far']);
    expect(ranked[0]?.nearness).toEqual({ kind: 'site' });
    expect(ranked[2]?.nearness).toMatchObject({ kind: 'near', site: 'Oxford' });
    expect(ranked.map(({ nearness }) => nearness.kind).slice(3)).toEqual(['country', 'hours', 'far']);
  });

  it('takes sites that are about as near for equals', () => {
    const sites = new Map(SITES);
    const point = (north: number) => ({ latitude: 51.5074 + north / 111.2, longitude: -0.1278 });
    sites.set('a', { id: 'a', name: 'A', country: 'GB', timeZone: 'Europe/London', geo: point(12.9) });
    sites.set('b', { id: 'b', name: 'B', country: 'GB', timeZone: 'Europe/London', geo: point(12.1) });
    const rows = [
      rowWith({ id: 'x', site: 'a', hours: OFFICE, topics: ['grief'] }),
      rowWith({ id: 'y', site: 'b', hours: OFFICE }),
    ];
    expect(idsOf(rows, contextWith({ topics: ['grief'] }, { sites }))).toEqual(['x', 'y']);
  });

  it('goes by the chosen country where no site is chosen', () => {
    const rows = [
      rowWith({ id: 'fr', site: 'par', hours: ALWAYS }),
      rowWith({ id: 'gb', site: 'edi', hours: ALWAYS }),
    ];
    const { site: _site, ...profile } = contextWith().profile;
    const context = contextWith({}, { profile: { ...profile, country: 'FR' } });
    expect(idsOf(rows, context)).toEqual(['fr', 'gb']);
    expect(idsOf(rows, contextWith({}, { profile: { ...profile, country: 'GB' } }))).toEqual(['gb', 'fr']);
  });

  it('takes an ally of a site that nobody knows for one without a site', () => {
    const [ranked] = rankAllies([rowWith({ id: 'a', site: 'gone', hours: ALWAYS })], contextWith());
    expect(ranked).toMatchObject({ availability: { kind: 'unknown' }, nearness: { kind: 'far' } });
  });

  it('puts a shared language first among equals, regional forms included', () => {
    const rows = [
      rowWith({ id: 'fr', site: 'lon', languages: ['fr'], topics: ['grief'] }),
      rowWith({ id: 'pl', site: 'lon', languages: ['en-GB', 'PL'] }),
    ];
    const context = contextWith({ languages: ['pl-PL', 'en'], topics: ['grief'] });
    const ranked = rankAllies(rows, context);
    expect(ranked.map(({ ally }) => ally.id)).toEqual(['pl', 'fr']);
    expect(ranked[0]?.languages).toEqual(['pl-PL', 'en']);
    expect(ranked[1]?.languages).toEqual([]);
  });

  it('counts chosen topics, however they are spelled', () => {
    const rows = [
      rowWith({ id: 'none', site: 'lon', topics: ['Sleep'] }),
      rowWith({ id: 'two', site: 'lon', topics: ['BURNOUT', 'Deuil', 'grief'] }),
      rowWith({ id: 'one', site: 'lon', topics: ['Grief'] }),
    ];
    const ranked = rankAllies(rows, contextWith({ topics: ['grief', 'Grief', 'burnout'] }));
    expect(ranked.map(({ ally }) => ally.id)).toEqual(['two', 'one', 'none']);
    expect(ranked.map(({ topics }) => topics)).toEqual([['grief', 'burnout'], ['grief'], []]);
  });

  it('puts who is free sooner first among equals', () => {
    const rows = ['15:00', '12:00', '13:00'].map((start) =>
      rowWith({ id: start, site: 'lon', hours: [hours('mo', start, '17:00')] }),
    );
    expect(idsOf(rows)).toEqual(['12:00', '13:00', '15:00']);
  });

  it('leaves out who has not consented, or whose training has all expired', () => {
    const { consented: _consented, ...withoutConsent } = rowWith({ id: 'silent' });
    const rows = [
      withoutConsent,
      rowWith({ id: 'tomorrow', consented: '2026-11-24' }),
      rowWith({ id: 'today', consented: '2026-11-23' }),
      rowWith({ id: 'expired', training: [{ name: 'First aid', expires: '2026-11-22' }] }),
      rowWith({ id: 'last day', training: [{ name: 'First aid', expires: '2026-11-23' }] }),
      rowWith({ id: 'one of two', training: [{ name: 'Old', expires: '2020-01-01' }, { name: 'New' }] }),
    ];
    expect(idsOf(rows).toSorted()).toEqual(['last day', 'one of two', 'today']);
  });

  it('leaves out the own team only where that is wished', () => {
    const rows = [
      rowWith({ id: 'own', team: ' PAYMÉNTS' }),
      rowWith({ id: 'other', team: 'Pay' }),
      rowWith({ id: 'none' }),
    ];
    expect(idsOf(rows, contextWith({ team: 'Payments ' })).toSorted()).toEqual(['none', 'other']);
    expect(idsOf(rows, contextWith({ team: 'Payments', avoidOwnTeam: false }))).toHaveLength(3);
    expect(idsOf(rows, contextWith())).toHaveLength(3);
  });
});

const equals = Array.from({ length: 12 }, (_, index) =>
  rowWith({ id: `ally-${index}`, site: 'lon', hours: ALWAYS }),
);

describe('the order among equals', () => {
  it('stays the same for a person all day', () => {
    const morning = idsOf(equals, contextWith({}, { now: at('2026-11-23T08:00:00Z') }));
    expect(idsOf(equals, contextWith({}, { now: at('2026-11-23T23:59:00Z') }))).toEqual(morning);
  });

  it('differs between people and between days', () => {
    const today = idsOf(equals);
    expect(idsOf(equals, contextWith({}, { seed: 'two' }))).not.toEqual(today);
    expect(idsOf(equals, contextWith({}, { now: at('2026-11-24T10:00:00Z') }))).not.toEqual(today);
  });

  it('spreads people over all allies alike', () => {
    const firsts = new Map<string, number>();
    for (let person = 0; person < 2400; person += 1) {
      const [first = ''] = idsOf(equals, contextWith({}, { seed: `person ${person}` }));
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    // 200 each; the standard deviation is 13.5.
    for (const { id } of equals) expect(Math.abs((firsts.get(id) ?? 0) - 200)).toBeLessThan(68);
  });
});

const someRows: fc.Arbitrary<AllyRow[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 999 }), { maxLength: 25 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .record({
            site: fc.constantFrom(...SITES.keys(), 'gone', undefined),
            team: fc.constantFrom('Payments', 'payments ', 'Search', undefined),
            languages: fc.subarray(['en', 'en-GB', 'pl', 'fr']),
            topics: fc.subarray(['grief', 'Burnout', 'sleep']),
            hours: fc.constantFrom(OFFICE, ALWAYS, [], [hours('sa', '22:00', '06:00')]),
            accepting: fc.boolean(),
            consented: fc.constantFrom('2026-01-01', '2027-01-01', undefined),
          })
          .map(({ site, team, consented, ...rest }) => {
            const { consented: _listed, ...row } = rowWith({ id: `${id}`, ...rest });
            return {
              ...row,
              ...(site !== undefined && { site }),
              ...(team !== undefined && { team }),
              ...(consented !== undefined && { consented }),
            };
          }),
      ),
    ),
  );
const someProfile: fc.Arbitrary<Profile> = fc.record({
  site: fc.constantFrom(...SITES.keys()),
  team: fc.constantFrom('payments', 'Search'),
  languages: fc.subarray(['en', 'pl']),
  topics: fc.subarray(['burnout', 'grief']),
  avoidOwnTeam: fc.boolean(),
});

describe('ranking, for any directory and person', () => {
  const someContext = fc
    .tuple(someProfile, fc.string(), fc.integer({ min: 0, max: 24 * 400 }))
    .map(([profile, seed, hour]) =>
      contextWith(profile, { seed, now: at('2026-01-01T00:00:00Z') + hour * 3_600_000 }),
    );

  it('does not depend on the order it is given', () => {
    fc.assert(
      fc.property(
        someRows,
        someContext,
        fc.infiniteStream(fc.double({ noNaN: true })),
        (rows, context, chance) => {
          const shuffled = rows
            .map((row) => ({ row, by: chance.next().value ?? 0 }))
            .sort((a, b) => a.by - b.by)
            .map(({ row }) => row);
          expect(rankAllies(shuffled, context)).toEqual(rankAllies(rows, context));
        },
      ),
    );
  });

  it('shows everyone who is listed once, and nobody else', () => {
    fc.assert(
      fc.property(someRows, someContext, (rows, context) => {
        const today = Temporal.Instant.fromEpochMilliseconds(context.now).toString().slice(0, 10);
        const listed = rows.filter(
          ({ consented, team }) =>
            consented !== undefined &&
            consented <= today &&
            !(
              context.profile.avoidOwnTeam &&
              team?.trim().toLowerCase() === context.profile.team?.toLowerCase()
            ),
        );
        expect(idsOf(rows, context).toSorted()).toEqual(listed.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('orders two allies alike whoever else is there', () => {
    fc.assert(
      fc.property(someRows, someContext, (rows, context) => {
        const ranked = rankAllies(rows, context).map(({ ally }) => ally);
        const everySecond = ranked.filter((_, index) => index % 2 === 0);
        expect(idsOf(everySecond.toReversed(), context)).toEqual(everySecond.map(({ id }) => id));
      }),
    );
  });
});

describe('distances', () => {
  it('are those of great circles', () => {
    const london = { latitude: 51.5074, longitude: -0.1278 };
    const paris = { latitude: 48.8566, longitude: 2.3522 };
    expect(distanceKm(london, paris)).toBeCloseTo(343.6, 0);
    expect(distanceKm(london, london)).toBe(0);
    // Half the way round, and across the date line.
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(
      20015.1,
      1,
    );
    expect(distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeCloseTo(
      111.2,
      1,
    );
  });
});
