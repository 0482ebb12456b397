import { useState } from 'preact/hooks';
import { type PublicKey, publicKeySchema, type Settings } from '../../utils/settings/schema.ts';
import { useWords } from '../ui/words.tsx';
import { Field } from './field.tsx';
import type { Change } from './settings-ports.ts';

export interface KeysSectionProps {
  settings: Settings;
  policyKeys: readonly PublicKey[];
  write: (change: Change<Settings>) => void;
}

/** The keys one of which must have signed a directory. */
export function KeysSection({ settings, policyKeys, write }: KeysSectionProps) {
  const { t } = useWords();
  const [kid, setKid] = useState('');
  const [x, setX] = useState('');
  const [bad, setBad] = useState(false);
  const keys = settings.publicKeys;
  const add = (event: Event): void => {
    event.preventDefault();
    const key = publicKeySchema.safeParse({ kid: kid.trim(), x: x.trim() });
    setBad(!key.success);
    if (!key.success) return;
    setKid('');
    setX('');
    write((before) => ({
      ...before,
      publicKeys: [...before.publicKeys.filter((other) => other.kid !== key.data.kid), key.data],
    }));
  };
  return (
    <details>
      <summary>{t('keysTitle')}</summary>
      <p class="hint">{t('keysText')}</p>
      <ul class="plain">
        {policyKeys.map((key) => (
          <li key={`policy ${key.kid}`}>
            <code>{key.kid}</code> <small>{t('setByOrganization')}</small>
          </li>
        ))}
        {keys.map((key) => (
          <li key={key.kid}>
            <code>{key.kid}</code>{' '}
            <button
              type="button"
              class="quiet"
              aria-label={t('removeKey', { kid: key.kid })}
              onClick={() =>
                write((before) => ({
                  ...before,
                  publicKeys: before.publicKeys.filter((other) => other.kid !== key.kid),
                }))
              }
            >
              {t('remove')}
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={add} noValidate>
        <Field id="kid" label={t('keyName')}>
          <input
            id="kid"
            autocomplete="off"
            spellcheck={false}
            value={kid}
            onInput={({ currentTarget }) => setKid(currentTarget.value)}
          />
        </Field>
        <Field id="key" label={t('keyValue')}>
          <input
            id="key"
            autocomplete="off"
            spellcheck={false}
            aria-invalid={bad}
            value={x}
            onInput={({ currentTarget }) => setX(currentTarget.value)}
          />
        </Field>
        {bad && (
          <p class="notice" role="alert">
            {t('keyBad')}
          </p>
        )}
        <button type="submit" class="button soft">
          {t('addKey')}
        </button>
      </form>
    </details>
  );
}
