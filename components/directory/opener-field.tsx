import { cardWords } from '../../utils/i18n/en/card.ts';
import { CopyButton, type CopyText } from '../ui/copy-button.tsx';
import { useWords } from '../ui/words.tsx';

export interface OpenerFieldProps {
  text: string;
  change: (text: string) => void;
  copy: CopyText;
}

/** A neutral first line, to copy or to send along. It is kept nowhere. */
export function OpenerField({ text, change, copy }: OpenerFieldProps) {
  const { t } = useWords(cardWords);
  return (
    <div class="opener">
      <label for="opener">{t('opener')}</label>
      <textarea
        id="opener"
        rows={2}
        spellcheck={false}
        autocomplete="off"
        aria-describedby="opener-hint"
        value={text}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
      <p class="hint">
        <span id="opener-hint">{t('openerHint')}</span>{' '}
        <CopyButton text={text} what={t('opener')} copy={copy} />
      </p>
    </div>
  );
}
