import type { Settings } from '../../utils/settings/schema.ts';
import { useWords } from '../ui/words.tsx';
import type { Change, SettingsModel } from './settings-ports.ts';

/** A neutral look, and what leaving quickly and the browser's history do. */
export function DiscretionSection({
  model,
  write,
}: {
  model: SettingsModel;
  write: (change: Change<Settings>) => void;
}) {
  const { t } = useWords();
  const { settings } = model;
  return (
    <section aria-labelledby="discretion-title">
      <h2 id="discretion-title">{t('discretionTitle')}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={settings.discreet}
          aria-describedby="discreet-hint"
          onChange={({ currentTarget: { checked } }) => write((before) => ({ ...before, discreet: checked }))}
        />
        {t('discreet')}
      </label>
      <p id="discreet-hint" class="hint">
        {t('discreetHint')}
      </p>
      <h3>{t('exitTitle')}</h3>
      <p>{t('exitText')}</p>
      <h3>{t('privacyTitle')}</h3>
      <p>{t('privacyText')}</p>
      <p>{t('privacyLimit')}</p>
    </section>
  );
}
