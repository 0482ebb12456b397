import { useState } from 'preact/hooks';
import type { SourceAddress, SourceState } from '../../utils/directory/source.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { ConditionNotice } from '../directory/condition-notice.tsx';
import { useWords } from '../ui/words.tsx';
import type { Change, SettingsPorts } from './settings-ports.ts';

export interface AddressItemProps {
  address: SourceAddress;
  state: SourceState | undefined;
  byPolicy: boolean;
  ports: SettingsPorts;
  now: number;
  write: (change: Change<Settings>) => void;
}

/** One address: how its copy stands, whether a sign-in stands in front, and what is in it. */
export function AddressItem({ address, state, byPolicy, ports, now, write }: AddressItemProps) {
  const { t, formats } = useWords();
  const [denied, setDenied] = useState(false);
  const { url, signIn } = address;
  const others = (settings: Settings) => settings.addresses.filter((other) => other.url !== url);
  const setSignIn = async (wanted: boolean): Promise<void> => {
    const allowed = !wanted || (await ports.requestOrigin(url));
    setDenied(!allowed);
    if (allowed) write((before) => ({ ...before, addresses: [...others(before), { url, signIn: wanted }] }));
  };
  const copy = state?.copy;
  return (
    <li class="address-item">
      <p class="address-line">
        <bdi>
          <code>{url}</code>
        </bdi>
        {byPolicy ? (
          <small>{t('setByOrganization')}</small>
        ) : (
          <button
            type="button"
            class="quiet"
            aria-label={t('removeAddress', { address: url })}
            onClick={() => write((before) => ({ ...before, addresses: others(before) }))}
          >
            {t('remove')}
          </button>
        )}
      </p>
      <ConditionNotice source={state ?? address} now={now} />
      {copy !== undefined && (
        <p class="hint">
          {[
            copy.organization,
            t('factAllies', { count: copy.allies }),
            t('factSerial', { serial: copy.serial, issued: formats.day(copy.issued.slice(0, 10)) }),
            copy.signedBy === undefined ? t('factUnsigned') : t('factSigned', { kid: copy.signedBy }),
          ].join(' · ')}
        </p>
      )}
      {state !== undefined && <p class="hint">{t('factNext', { time: formats.moment(state.nextAt) })}</p>}
      <label class="check">
        <input
          type="checkbox"
          checked={signIn}
          aria-describedby={`sign-in-${url}`}
          onChange={({ currentTarget }) => {
            const wanted = currentTarget.checked;
            currentTarget.checked = signIn;
            void setSignIn(wanted);
          }}
        />
        {t('needsSignIn')}
      </label>
      <p id={`sign-in-${url}`} class="hint">
        {t('needsSignInHint', { origin: new URL(url).origin })}
      </p>
      {denied && (
        <p class="notice" role="alert">
          {t('signInDenied')}
        </p>
      )}
    </li>
  );
}
