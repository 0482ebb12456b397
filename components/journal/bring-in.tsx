import { useId, useState } from 'preact/hooks';
import { exchangeWords } from '../../utils/i18n/en/exchange.ts';
import { useWords } from '../ui/words.tsx';
import { BroughtIn } from './brought-in.tsx';
import { ImportPreviewView } from './import-preview.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { useBringIn } from './use-bring-in.ts';

export interface BringInProps {
  ports: JournalPorts;
  change: number;
}

/** A file chosen, looked into, and taken in as one, which can be taken back as one. */
export function BringIn({ ports, change }: BringInProps) {
  const { t } = useWords(exchangeWords);
  const { standing, choose, unlock, answer, go, takeBack, dismiss } = useBringIn(ports);
  const [passphrase, setPassphrase] = useState('');
  const id = useId();
  const says =
    standing.kind === 'fault'
      ? t(`file_${standing.fault}`)
      : standing.kind === 'sealed' && standing.fault !== undefined
        ? t(`backup_${standing.fault}`)
        : standing.kind === 'reading'
          ? t('bringInReading')
          : standing.kind === 'said'
            ? t(standing.says)
            : '';
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('bringIn')}</h2>
      <p>{t('bringInText')}</p>
      <label for={`${id}-file`}>{t('bringInFile')}</label>
      <input
        id={`${id}-file`}
        type="file"
        accept=".json,.csv,.md,.markdown,.txt,.zip"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) void choose(file);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      {standing.kind === 'sealed' && (
        <form
          class="stacked"
          onSubmit={(event) => {
            event.preventDefault();
            void unlock(passphrase);
            setPassphrase('');
          }}
        >
          <label for={`${id}-passphrase`}>{t('bringInPassphrase')}</label>
          <input
            id={`${id}-passphrase`}
            type="password"
            autocomplete="off"
            value={passphrase}
            onInput={({ currentTarget }) => setPassphrase(currentTarget.value)}
          />
          <button type="submit" class="button soft">
            {t('bringInOpen')}
          </button>
        </form>
      )}
      {standing.kind === 'preview' && (
        <ImportPreviewView
          preview={standing.preview}
          answer={answer}
          go={() => void go()}
          dismiss={dismiss}
        />
      )}
      <p role="status" class={says === '' && standing.kind !== 'done' ? 'unseen' : 'notice'}>
        {standing.kind === 'done' ? t('bringInDone', { count: standing.count }) : says}{' '}
        {standing.kind === 'done' && (
          <button type="button" class="link" onClick={() => void takeBack()}>
            {t('bringInUndo')}
          </button>
        )}
      </p>
      <BroughtIn ports={ports} change={change} />
    </section>
  );
}
