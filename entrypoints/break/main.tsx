import { render } from 'preact';
import { useState } from 'preact/hooks';
import { BreakPage } from '../../components/breaks/break-page.tsx';
import { createWords, WordsContext } from '../../components/ui/words.tsx';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { leave } from '../../utils/platform/leave.ts';
import { extension } from '../../utils/platform/native.ts';
import { readCountry, writeCountry } from '../sidepanel/country.ts';
import { breakPorts } from './ports.ts';

const words = createWords(breakWords, navigator.language, breakPorts.personZone);

function Page({ country }: { country: string | undefined }) {
  const [chosen, setChosen] = useState(country);
  return (
    <BreakPage
      ports={breakPorts}
      country={chosen}
      setCountry={(code) => {
        setChosen(code);
        writeCountry(code).catch(() => undefined);
      }}
      random={Math.random}
      leave={leave}
      openPopup={() => extension.action.openPopup()}
    />
  );
}

const root = document.getElementById('app');
if (root !== null) {
  const country = await readCountry();
  document.title = words.t('breakTitle');
  render(
    <WordsContext.Provider value={words}>
      <Page country={country} />
    </WordsContext.Provider>,
    root,
  );
}
