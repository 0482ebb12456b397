import { useState } from 'preact/hooks';
import type { SourceAddress } from '../../utils/directory/source.ts';
import { isDirectoryAddress, MOST_ADDRESSES, type Settings } from '../../utils/settings/schema.ts';
import { useWords } from '../ui/words.tsx';
import { Field } from './field.tsx';
import type { Change } from './settings-ports.ts';

export interface AddressFormProps {
  taken: readonly SourceAddress[];
  write: (change: Change<Settings>) => void;
}

/** Adds an address to fetch a directory from. */
export function AddressForm({ taken, write }: AddressFormProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const add = (event: Event): void => {
    event.preventDefault();
    const address = typed.trim();
    if (!isDirectoryAddress(address)) {
      setFault(t('addressBad'));
      return;
    }
    const url = new URL(address).href;
    if (taken.some((other) => other.url === url)) {
      setFault(t('addressThere'));
      return;
    }
    if (taken.length >= MOST_ADDRESSES) {
      setFault(t('addressesFull', { count: MOST_ADDRESSES }));
      return;
    }
    setFault(undefined);
    setTyped('');
    write((before) => ({
      ...before,
      addresses: [...before.addresses.filter((other) => other.url !== url), { url, signIn: false }],
    }));
  };
  return (
    <form onSubmit={add} noValidate>
      <Field id="address" label={t('address')} hint={t('addressHint')}>
        <span class="with-button">
          <input
            id="address"
            type="url"
            autocomplete="off"
            spellcheck={false}
            aria-describedby="address-hint"
            aria-invalid={fault !== undefined}
            aria-errormessage={fault === undefined ? undefined : 'address-fault'}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <button type="submit" class="button soft">
            {t('add')}
          </button>
        </span>
        {fault !== undefined && (
          <p id="address-fault" class="notice" role="alert">
            {fault}
          </p>
        )}
      </Field>
    </form>
  );
}
