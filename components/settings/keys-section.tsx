import { useState } from 'preact/hooks';
import { MOST_KEYS, type PublicKey, publicKeySchema, type Settings } from '../../utils/settings/schema.ts';
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
  const [fault, setFault] = useState<string>();
  const keys = settings.publicKeys;
  const add = (event: Event): void => {
    event.preventDefault();
    const key = publicKeySchema.safeParse({ kid: kid.trim(), x: x.trim() });
    const isFull = keys.length >= MOST_KEYS && !keys.some((other) => other.kid === kid.trim());
    setFault(!key.success ? t('keyBad') : isFull ? t('keysFull', { count: MOST_KEYS }) : undefined);
    if (!key.success || isFull) return;
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
            aria-invalid={fault !== undefined}
            value={x}
            onInput={({ currentTarget }) => setX(currentTarget.value)}
          />
        </Field>
        {fault !== undefined && (
          <p class="notice" role="alert">
            {fault}
          </p>
        )}
        <button type="submit" class="button soft">
          {t('addKey')}
        </button>
      </form>
    </details>
  );
}
