import { useState } from 'preact/hooks';
import { effectiveRefreshHours } from '../../utils/settings/effective.ts';
import { refreshHoursSchema, type Settings } from '../../utils/settings/schema.ts';
import { useWords } from '../ui/words.tsx';
import { AddressForm } from './address-form.tsx';
import { AddressItem } from './address-item.tsx';
import { Field } from './field.tsx';
import { KeysSection } from './keys-section.tsx';
import { RefreshLog } from './refresh-log.tsx';
import { SetAside } from './set-aside.tsx';
import type { SettingsModel, SettingsPorts } from './settings-ports.ts';

export interface DirectorySectionProps {
  model: SettingsModel;
  ports: SettingsPorts;
  now: number;
  write: (settings: Settings) => void;
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
  const setHours = (typed: string): void => {
    const hours = refreshHoursSchema.safeParse(Number(typed));
    if (hours.success) write({ ...settings, refreshHours: hours.data });
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
              settings={settings}
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
      <AddressForm settings={settings} taken={addresses} write={write} />
      <Field id="hours" label={t('refreshHours')} hint={t('refreshHoursHint')}>
        <input
          id="hours"
          type="number"
          min={1}
          max={168}
          step={1}
          disabled={policy.refreshHours !== undefined}
          aria-describedby="hours-hint"
          value={effectiveRefreshHours(settings, policy)}
          onChange={({ currentTarget }) => setHours(currentTarget.value)}
        />
      </Field>
      <label class="check">
        <input
          type="checkbox"
          checked={settings.sample}
          onChange={({ currentTarget }) => write({ ...settings, sample: currentTarget.checked })}
        />
        {t('sample')}
      </label>
      <KeysSection settings={settings} policyKeys={policy.publicKeys ?? []} write={write} />
      <SetAside states={states} />
      <RefreshLog log={model.log} />
    </section>
  );
}
