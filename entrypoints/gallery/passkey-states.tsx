import { PasskeyWindow } from '../../components/journal/passkey-window.tsx';
import type {
  PasskeyAsking,
  PasskeyCeremony,
  PasskeyErrand,
  PasskeyPorts,
  PasskeyTrouble,
} from '../../utils/journal/passkey.ts';
import { MORNING } from './directory.ts';
import type { GalleryState } from './state.ts';

const nothing = (): void => undefined;
const bytes = (): Uint8Array<ArrayBuffer> => new Uint8Array(32);

/** A browser that can, but opens no window. */
export const stillPasskeys: PasskeyPorts = { offered: () => Promise.resolve(true), open: () => false };
export const onePasskey = () => Promise.resolve([{ id: bytes(), salt: bytes() }]);

const answering = (answer: PasskeyAsking['answer']): PasskeyCeremony => {
  const asking = (): PasskeyAsking => ({ answer, cancel: nothing });
  return { make: asking, ask: asking };
};
const never = new Promise<never>(nothing);
const given = Promise.resolve({
  kind: 'given' as const,
  secret: { id: bytes(), salt: bytes(), prf: bytes() },
});
const without = (why: PasskeyTrouble) => answering(Promise.resolve({ kind: 'none', why }));

const errand = (kind: PasskeyErrand['kind'], taken: ReturnType<PasskeyErrand['take']>): PasskeyErrand => ({
  kind,
  known: onePasskey,
  take: () => taken,
  over: nothing,
  leave: nothing,
});
const adding = errand('add', Promise.resolve('done'));
const goOn = [{ click: '.actions .button' }];

const shown = (
  asked: PasskeyErrand | undefined,
  ceremony: PasskeyCeremony,
  act: GalleryState['act'] = [],
): GalleryState => ({
  body: 'panel',
  draw: () => (
    <PasskeyWindow
      errand={asked}
      ceremony={ceremony}
      clock={{ now: () => MORNING }}
      name="Northwind"
      close={nothing}
      hasFocus={() => false}
    />
  ),
  act,
});

/** The window for passkeys in each of its states. */
export const passkeyStates: Readonly<Record<string, GalleryState>> = {
  'passkey-add': shown(adding, answering(never)),
  'passkey-use': shown(errand('use', Promise.resolve('done')), answering(never)),
  'passkey-alone': shown(undefined, answering(never)),
  'passkey-asking': shown(adding, answering(never), goOn),
  'passkey-taking': shown(errand('add', never), answering(given), goOn),
  'passkey-added': shown(adding, answering(given), [...goOn, { click: '.notice' }]),
  'passkey-used': shown(errand('use', Promise.resolve('done')), answering(given), [
    ...goOn,
    { click: '.notice' },
  ]),
  ...Object.fromEntries(
    (['dismissed', 'late', 'already', 'unverified', 'noPrf', 'refused', 'unknown'] as const).map(
      (why): [string, GalleryState] => [
        `passkey-${why}`,
        shown(adding, without(why), [...goOn, { click: '.notice' }]),
      ],
    ),
  ),
  ...Object.fromEntries(
    (['locked', 'unsaved', 'wrong', 'damaged', 'missing'] as const).map((taken): [string, GalleryState] => [
      `passkey-${taken}`,
      shown(errand('use', Promise.resolve(taken)), answering(given), [...goOn, { click: '.notice' }]),
    ]),
  ),
};
