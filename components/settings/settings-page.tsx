import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Profile, Settings } from '../../utils/settings/schema.ts';
import { BreaksSection } from '../breaks/breaks-section.tsx';
import { CrisisFoot } from '../ui/crisis-foot.tsx';
import { QuickExit } from '../ui/quick-exit.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../ui/words.tsx';
import { DirectorySection } from './directory-section.tsx';
import { DiscretionSection } from './discretion-section.tsx';
import { PlaceSection } from './place-section.tsx';
import type { Change, SettingsModel, SettingsPorts } from './settings-ports.ts';

/** Place and profile, the directory, and discretion. Each change is stored at once. */
export function SettingsPage({ ports, initial }: { ports: SettingsPorts; initial: SettingsModel }) {
  const { t } = useWords();
  const [model, setModel] = useState(initial);
  const [outcome, setOutcome] = useState<'saved' | 'saveFailed'>();
  const now = useNow(ports.clock);

  const reread = useCallback(() => void ports.read().then(setModel, () => undefined), [ports]);
  useEffect(() => {
    const end = ports.watch(reread);
    // What changed between the first reading and the watch was announced to nobody.
    reread();
    return end;
  }, [ports, reread]);

  const store = (writing: Promise<void>): void => {
    setOutcome(undefined);
    writing.then(
      () => {
        setOutcome('saved');
        reread();
      },
      () => setOutcome('saveFailed'),
    );
  };
  const changeProfile = (change: Change<Profile>): void => {
    setModel((before) => ({ ...before, profile: change(before.profile) }));
    store(ports.changeProfile(change));
  };
  const changeSettings = (change: Change<Settings>): void => {
    setModel((before) => ({ ...before, settings: change(before.settings) }));
    store(ports.changeSettings(change));
  };
  return (
    <>
      <header class="top">
        <h1>{t('title')}</h1>
        <span role="status" class={outcome === 'saveFailed' ? 'notice' : 'saved'}>
          {outcome === undefined ? '' : t(outcome)}
        </span>
        <QuickExit leave={ports.leave} clock={ports.clock} />
      </header>
      <main>
        <PlaceSection model={model} locales={ports.locales} write={changeProfile} />
        <DirectorySection model={model} ports={ports} now={now} write={changeSettings} />
        <BreaksSection ports={ports.breaks} store={store} />
        <DiscretionSection model={model} write={changeSettings} />
      </main>
      <CrisisFoot
        country={model.whereabouts.country}
        setCountry={(country) => changeProfile((before) => ({ ...before, country }))}
        now={now}
      />
    </>
  );
}
