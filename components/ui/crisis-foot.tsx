import { useState } from 'preact/hooks';
import { helpFor } from '../../utils/helplines/helplines.ts';
import { CrisisLine, EmergencyNumbers } from './crisis-numbers.tsx';
import { later } from './later.tsx';
import { useWords } from './words.tsx';

const CountrySelect = later(async () => (await import('./country-select.tsx')).CountrySelect);

export interface CrisisFootProps {
  country: string | undefined;
  setCountry: (country: string) => void;
}

/**
 * Emergency number and crisis lines of the chosen country, at the foot of every employee's view. It needs no
 * network, no directory and no unlocking, and waits for nothing.
 */
export function CrisisFoot({ country, setCountry }: CrisisFootProps) {
  const { t, formats } = useWords();
  const [choosing, setChoosing] = useState(false);
  const help = helpFor(country);
  const name = country === undefined ? undefined : formats.country(country);
  const choose = (code: string): void => {
    setChoosing(false);
    setCountry(code);
  };
  return (
    <section class="crisis" aria-label={t('crisisTitle')}>
      <p class="crisis-country">
        <strong>{t('crisisTitle')}</strong>
        {choosing ? (
          <CountrySelect value={country} onChoose={choose} focusAtOnce label={t('crisisCountry')} />
        ) : (
          <>
            <span>{name ?? t('crisisNoCountry')}</span>
            <button
              type="button"
              class="quiet"
              aria-label={
                name === undefined ? t('crisisNoCountry') : t('crisisChangeFrom', { country: name })
              }
              onClick={() => setChoosing(true)}
            >
              {t('crisisChange')}
            </button>
          </>
        )}
      </p>
      {name === undefined && <p>{t('crisisChoose')}</p>}
      {name !== undefined && !help.known && help.emergency.length === 0 && (
        <p>{t('crisisUnchecked', { country: name })}</p>
      )}
      {help.emergency.length > 0 && (
        <p class="crisis-row">
          <span class="crisis-kind">{t('crisisEmergency')}</span>
          <EmergencyNumbers numbers={help.emergency} />
        </p>
      )}
      {help.lines.length > 0 && (
        <p class="crisis-row">
          <span class="crisis-kind">{t('crisisTalk')}</span>
          <span>
            {help.lines.map((line) => (
              <CrisisLine key={line.id} line={line} />
            ))}
          </span>
        </p>
      )}
      {name !== undefined && help.emergency.length > 0 && help.lines.length === 0 && (
        <p>{t('crisisNoLine', { country: name })}</p>
      )}
    </section>
  );
}
