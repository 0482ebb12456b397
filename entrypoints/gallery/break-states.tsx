import { BreakPage } from '../../components/breaks/break-page.tsx';
import type { BreakPorts } from '../../components/breaks/break-ports.ts';
import { BreakRecord } from '../../components/breaks/break-record.tsx';
import { BreakStrip } from '../../components/breaks/break-strip.tsx';
import { BreakView } from '../../components/breaks/break-view.tsx';
import { Reach } from '../../components/directory/reach.tsx';
import { useWords } from '../../components/ui/words.tsx';
import northwind from '../../public/sample-directory.json' with { type: 'json' };
import { freshState } from '../../utils/breaks/engine.ts';
import { type BreakSettings, type BreakState, breakSettingsSchema } from '../../utils/breaks/schema.ts';
import { HOUR, MINUTE, SECOND } from '../../utils/core/clock.ts';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { built, MORNING, ZONE } from './directory.ts';
import { stillPorts } from './ports.ts';
import type { GalleryState } from './state.ts';

const nothing = (): void => undefined;
const done = (): Promise<void> => Promise.resolve();

/** A person's, and a long one. */
export const OWN_IDEA = 'Water the fern on the third floor, and say hello to whoever else is watering it';

interface Given {
  state?: Partial<BreakState>;
  settings?: Partial<BreakSettings>;
  ports?: Partial<BreakPorts>;
}

const still = ({ state, settings, ports }: Given): BreakPorts => ({
  clock: { now: () => MORNING },
  personZone: ZONE,
  read: () =>
    Promise.resolve({
      settings: { ...breakSettingsSchema.parse({}), ...settings },
      state: { ...freshState(MORNING, ZONE), ...state },
    }),
  watch: () => nothing,
  act: done,
  ...ports,
});

/** The popup with the strip of breaks in it. */
function strip(given: Given, act: GalleryState['act'] = []): GalleryState {
  const from = built({ ...northwind, environment: 'production' }, MORNING);
  const view = { ...from.view, country: 'GB' };
  const ports = still(given);
  return {
    body: 'popup',
    draw: () => (
      <Reach
        ports={stillPorts({ ...from, view }, MORNING)}
        initial={view}
        guessedCountry={undefined}
        strip={<BreakStrip ports={ports} />}
      />
    ),
    act: [{ wait: '.break-strip' }, ...act],
  };
}

/** The window of a break; the idea at a place of the list. */
function page(given: Given, idea = 0): GalleryState {
  const ports = still(given);
  return {
    body: 'break-page',
    draw: () => (
      <BreakPage
        ports={ports}
        country="GB"
        setCountry={nothing}
        random={() => idea}
        leave={nothing}
        openPopup={() => Promise.reject(new Error('not from a page'))}
      />
    ),
    act: [{ wait: '.break' }],
  };
}

const taking = (kind: 'break' | 'eyes', left: number): Partial<BreakState> => ({
  taking: { kind, began: MORNING - MINUTE, ends: MORNING + left },
});

const record = Array.from({ length: 40 }, (_, index) => ({
  day: Temporal.PlainDate.from('2026-11-23').subtract({ days: index }).toString(),
  taken: (index * 3) % 5,
  natural: (index * 2) % 4,
  snoozed: index % 2,
  skipped: index % 6 === 0 ? 1 : 0,
}));

function Heading() {
  const { t } = useWords(breakWords);
  return <h1>{t('breaks')}</h1>;
}

const records = (counted: typeof record): GalleryState => ({
  body: 'panel',
  draw: () => (
    <main class="moment">
      <Heading />
      <BreakRecord record={counted} today="2026-11-23" save={nothing} remove={nothing} />
    </main>
  ),
});

/** What there is to see of breaks. */
export const breakStates: Readonly<Record<string, GalleryState>> = {
  'break-strip': strip({ state: { active: 23 * MINUTE } }),
  'break-strip-soon': strip({ state: { active: 49 * MINUTE } }),
  'break-strip-due': strip({ state: { active: 52 * MINUTE } }),
  'break-strip-pausing': strip({ state: { active: 31 * MINUTE } }, [{ click: '[aria-expanded]' }]),
  'break-strip-taking': strip({ state: { active: 52 * MINUTE, ...taking('break', 4 * MINUTE) } }),
  'break-strip-quiet': strip({
    state: {
      active: 58 * MINUTE,
      meeting: MORNING + 40 * MINUTE,
      audible: MORNING - 10 * MINUTE,
      fullscreen: MORNING - MINUTE,
    },
  }),
  'break-strip-cannot-tell': strip({ state: { active: 12 * MINUTE, unchanged: MORNING - 5 * HOUR } }),
  'break-strip-failed': strip(
    {
      state: { active: 52 * MINUTE },
      ports: { act: () => Promise.reject(new Error('away')) },
    },
    [{ click: '.break-acts button' }, { wait: '.break-strip .notice' }],
  ),
  'break-choice': page({ state: { active: 52 * MINUTE } }),
  'break-choice-early': page({ state: { active: 12 * MINUTE } }),
  'break-breathing': page({ state: taking('break', 4 * MINUTE + 12 * SECOND) }),
  'break-word': page({ state: taking('break', 4 * MINUTE) }, 5 / 7),
  'break-own-idea': page({
    state: taking('break', 30 * SECOND),
    settings: {
      ownIdeas: [OWN_IDEA],
    },
  }),
  'break-eyes': page({ state: taking('eyes', 15 * SECOND) }),
  'break-over': {
    body: 'break-page',
    draw: () => (
      <main>
        <BreakView
          ends={MORNING}
          eyes={false}
          ownIdeas={[]}
          clock={{ now: () => MORNING }}
          random={() => 3 / 7}
          back={nothing}
          seeWhoIsFree={done}
        />
      </main>
    ),
  },
  'break-record': records(record),
  'break-record-empty': records([]),
};
