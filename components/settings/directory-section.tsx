import { useState } from 'preact/hooks';
import { effectiveRefreshHours } from '../../utils/settings/effective.ts';
import { REFRESH_HOURS, type Settings } from '../../utils/settings/schema.ts';
import { useWords } from '../ui/words.tsx';
import { AddressForm } from './address-form.tsx';
import { AddressItem } from './address-item.tsx';
import { KeysSection } from './keys-section.tsx';
import { NumberField } from './number-field.tsx';
import { RefreshLog } from './refresh-log.tsx';
import { SetAside } from './set-aside.tsx';
import type { Change, SettingsModel, SettingsPorts } from './settings-ports.ts';

export interface DirectorySectionProps {
  model: SettingsModel;
  ports: SettingsPorts;
  now: number;
  write: (change: Change<Settings>) => void;
}

/** Where the directory comes from, how it stands, and what came of the last refreshes. */
export function DirectorySection({ model, ports, now, write }: DirectorySectionProps) {
  const { t, formats } = useWords();
  const [refreshing, setRefreshing] = useState(false);
  const [said, setSaid] = useState('');
  const { settings, policy, addresses, states, faults } = model;
  const refresh = (): void => {
    setRefreshing(true);
    setSaid(t('refreshing'));
    ports
      .refresh()
      .then(
        () => setSaid(t('refreshed', { time: formats.time(ports.clock.now()) })),
        () => setSaid(t('refreshFailed')),
      )
      .finally(() => setRefreshing(false));
  };
  return (
    <section aria-labelledby="directory-title">
      <h2 id="directory-title">{t('directoryTitle')}</h2>
      <p class="hint">{t('directoryText')}</p>
      {faults.length > 0 && <p class="notice">{t('policyFaults', { keys: formats.list(faults) })}</p>}
      {addresses.length === 0 ? (
        <p>{t('noAddress')}</p>
      ) : (
        <ul class="plain addresses">
          {addresses.map((address) => (
            <AddressItem
              key={address.url}
              address={address}
              state={states.find(({ url }) => url === address.url)}
              byPolicy={address.url === policy.directoryUrl}
              ports={ports}
              now={now}
              write={write}
            />
          ))}
        </ul>
      )}
      <p class="actions">
        <button
          type="button"
          class="button"
          disabled={refreshing || addresses.length === 0}
          onClick={refresh}
        >
          {t('refresh')}
        </button>
        <span role="status">{said}</span>
      </p>
      <AddressForm taken={addresses} write={write} />
      <NumberField
        id="hours"
        label={t('refreshHours')}
        hint={t('refreshHoursHint')}
        value={effectiveRefreshHours(settings, policy)}
        {...REFRESH_HOURS}
        disabled={policy.refreshHours !== undefined}
        write={(hours) =>
          write((before) => ({ ...before, ...(hours !== undefined && { refreshHours: hours }) }))
        }
      />
      <label class="check">
        <input
          type="checkbox"
          checked={settings.sample}
          onChange={({ currentTarget: { checked } }) => write((before) => ({ ...before, sample: checked }))}
        />
        {t('sample')}
      </label>
      <KeysSection settings={settings} policyKeys={policy.publicKeys ?? []} write={write} />
      <SetAside states={states} />
      <RefreshLog log={model.log} />
    </section>
  );
}
