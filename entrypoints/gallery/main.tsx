import { render } from 'preact';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { panelWords } from '../../utils/i18n/en/panel.ts';
import { reachWords } from '../../utils/i18n/en/reach.ts';
import { settingsWords } from '../../utils/i18n/en/settings.ts';
import { breakStates } from './break-states.tsx';
import { ZONE } from './directory.ts';
import { lengthened } from './lengthened.ts';
import { panelStates } from './panel-states.tsx';
import { reachStates } from './reach-states.tsx';
import { settingsStates } from './settings-states.tsx';
import type { Act, GalleryState } from './state.ts';

const states: Readonly<Record<string, GalleryState>> = {
  ...reachStates,
  ...panelStates,
  ...breakStates,
  ...settingsStates,
};
const WORDS = {
  popup: reachWords,
  panel: panelWords,
  'break-page': breakWords,
  settings: { ...reachWords, ...settingsWords },
};

const asked = new URLSearchParams(location.search);

/** An element, once there is one. */
async function found(root: HTMLElement, selector: string): Promise<HTMLElement> {
  for (;;) {
    const element = root.querySelector<HTMLElement>(selector);
    if (element !== null) return element;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

async function perform(root: HTMLElement, act: Act): Promise<void> {
  if ('click' in act) {
    (await found(root, act.click)).click();
    return;
  }
  if ('wait' in act) {
    await found(root, act.wait);
    return;
  }
  const field = await found(root, 'input[type="search"]');
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.value = act.type;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

async function show(root: HTMLElement, { body, draw, act = [] }: GalleryState): Promise<void> {
  document.body.className = body;
  document.documentElement.dir = asked.get('dir') === 'rtl' ? 'rtl' : 'ltr';
  const told = asked.get('words') === 'long' ? lengthened : undefined;
  const words = createWords(WORDS[body], 'en-GB', ZONE, told);
  render(<WordsContext.Provider value={words}>{draw()}</WordsContext.Provider>, root);
  for (const step of act) await perform(root, step);
  document.documentElement.dataset.ready = 'true';
}

const root = document.getElementById('app');
const state = states[asked.get('state') ?? ''];
if (root !== null && state !== undefined) await show(root, state);
else if (root !== null) {
  render(
    <main>
      <h1>Gallery</h1>
      <ul>
        {Object.keys(states).map((name) => (
          <li key={name}>
            <a href={`?state=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>,
    root,
  );
}
