import { Reach } from '../../components/directory/reach.tsx';
import northwind from '../../public/sample-directory.json' with { type: 'json' };
import type { RefreshProblem, SourceState } from '../../utils/directory/source.ts';
import type { DirectoryView } from '../../utils/directory/view.ts';
import { type Built, built, MORNING, NIGHT, sourceAt } from './directory.ts';
import { crowded, everyChannel, rightToLeft } from './documents.ts';
import { stillPorts } from './ports.ts';
import type { GalleryState } from './state.ts';

const sample = (now = MORNING): Built => built({ ...northwind, environment: 'production' }, now);

interface Changes {
  view?: Partial<DirectoryView>;
  source?: Partial<SourceState>;
  now?: number;
  country?: string;
}

/** The popup over a view, with what is different in this state. */
function popup(from: Built, { view = {}, source = {}, now = MORNING, country = 'GB' }: Changes = {}) {
  const changed: Built = {
    ...from,
    view: {
      ...from.view,
      country,
      sources: [{ ...sourceAt(now), ...source }],
      ...view,
    },
  };
  return <Reach ports={stillPorts(changed, now)} initial={changed.view} guessedCountry={undefined} />;
}

function without<Key extends keyof DirectoryView>(view: DirectoryView, key: Key): Omit<DirectoryView, Key> {
  const { [key]: _left, ...rest } = view;
  return rest;
}

/** The popup over a view in which nothing of the place is known. */
function nowhere(from: Built, country?: string) {
  const { site: _site, country: _country, ...profile } = from.view.profile;
  const view: DirectoryView = {
    ...without(from.view, 'country'),
    profile,
    ...(country !== undefined && { country }),
  };
  return <Reach ports={stillPorts({ ...from, view }, MORNING)} initial={view} guessedCountry={undefined} />;
}

const PROBLEMS: readonly RefreshProblem[] = [
  { kind: 'unreachable' },
  { kind: 'timeout' },
  { kind: 'notFound', status: 404 },
  { kind: 'busy', status: 429 },
  { kind: 'serverError', status: 500 },
  { kind: 'refused', status: 418 },
  { kind: 'signIn' },
  { kind: 'withheld' },
  { kind: 'webPage' },
  { kind: 'tooLarge' },
  { kind: 'notJson' },
  { kind: 'notADirectory', field: 'format', code: 'missing' },
  { kind: 'unsigned' },
  { kind: 'unknownKey', kid: '2025' },
  { kind: 'badSignature' },
  { kind: 'olderSerial', serial: 1, have: 2 },
  { kind: 'partMismatch', path: 'allies-1.json' },
  { kind: 'storage' },
];
const DAY = 86_400_000;
const { copy: _copy, checkedAt: _checked, ...neverFetched } = sourceAt(MORNING);

/** The popup in each state it can be in. */
export const reachStates: Readonly<Record<string, GalleryState>> = {
  list: { body: 'popup', draw: () => popup(sample()) },
  'nobody-free': { body: 'popup', draw: () => popup(sample(NIGHT), { now: NIGHT }) },
  search: { body: 'popup', draw: () => popup(sample()), act: [{ type: 'burnout' }] },
  'search-nothing': { body: 'popup', draw: () => popup(sample()), act: [{ type: 'zzzz' }] },
  'filters-nobody': {
    body: 'popup',
    draw: () => popup(sample(NIGHT), { now: NIGHT }),
    act: [{ click: '.chip' }],
  },
  card: { body: 'popup', draw: () => popup(built(everyChannel, MORNING)), act: [{ click: '.ally-open' }] },
  'card-bare': { body: 'popup', draw: () => popup(built(crowded, MORNING)), act: [{ click: '.ally-open' }] },
  resources: { body: 'popup', draw: () => popup(sample()), act: [{ click: '#tab-resources' }] },
  'resources-nothing': {
    body: 'popup',
    draw: () => popup(sample()),
    act: [{ click: '#tab-resources' }, { type: 'zzzz' }],
  },
  'no-directory': {
    body: 'popup',
    draw: () => <Reach ports={stillPorts(undefined, MORNING)} initial={undefined} guessedCountry="GB" />,
  },
  'storage-failed': {
    body: 'popup',
    draw: () => <Reach ports={stillPorts(undefined, MORNING)} initial="failed" guessedCountry="GB" />,
  },
  'sample-organization': { body: 'popup', draw: () => popup(sample(), { view: { sample: true } }) },
  'test-directory': { body: 'popup', draw: () => popup(sample(), { view: { environment: 'test' } }) },
  'no-allies': {
    body: 'popup',
    draw: () => popup(built({ ...northwind, environment: 'production', allies: [] }, MORNING)),
  },
  'long-names': { body: 'popup', draw: () => popup(built(crowded, MORNING)) },
  'right-to-left-names': { body: 'popup', draw: () => popup(built(rightToLeft, MORNING)) },
  'site-guessed': { body: 'popup', draw: () => popup(sample(), { view: { siteGuessed: true } }) },
  'site-unknown': { body: 'popup', draw: () => nowhere(sample(), 'GB') },
  'country-unknown': { body: 'popup', draw: () => nowhere(sample()) },
  'country-unchecked': { body: 'popup', draw: () => popup(sample(), { country: 'KE' }) },
  'country-without-line': { body: 'popup', draw: () => popup(sample(), { country: 'IT' }) },
  'country-with-many': { body: 'popup', draw: () => popup(sample(), { country: 'JP' }) },
  'country-choice': { body: 'popup', draw: () => popup(sample()), act: [{ click: '.crisis button' }] },
  fetching: {
    body: 'popup',
    draw: () => {
      const from = sample();
      return popup(from, { view: { sources: [neverFetched], rows: [], total: 0 } });
    },
  },
  stale: { body: 'popup', draw: () => popup(sample(), { source: { checkedAt: MORNING - 20 * DAY } }) },
  expired: {
    body: 'popup',
    draw: () => {
      const { copy } = sourceAt(MORNING);
      return popup(sample(), { source: copy ? { copy: { ...copy, expires: '2026-11-01T00:00:00Z' } } : {} });
    },
  },
  ...Object.fromEntries(
    PROBLEMS.map((problem): [string, GalleryState] => [
      `problem-${problem.kind}`,
      { body: 'popup', draw: () => popup(sample(), { source: { problem } }) },
    ]),
  ),
};
