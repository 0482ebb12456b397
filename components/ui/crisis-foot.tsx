import { useState } from 'preact/hooks';
import { type CountryHelp, helpFor } from '../../utils/helplines/helplines.ts';
import { CrisisLine, EmergencyNumbers, WorldwideLink } from './crisis-numbers.tsx';
import { later } from './later.tsx';
import { useWords, type Words } from './words.tsx';

const CountrySelect = later(async () => (await import('./country-select.tsx')).CountrySelect);

export interface CrisisFootProps {
  country: string | undefined;
  setCountry: (country: string) => void;
  /** In ms since the epoch. */
  now: number;
}

/** What to say where there is no line to show. */
function withoutLine({ t }: Words, help: CountryHelp, country: string | undefined): string | undefined {
  if (country === undefined) return t('crisisChoose');
  if (!help.known) return t('crisisUnchecked', { country });
  return help.lines.length === 0 ? t('crisisNoLine', { country }) : undefined;
}

/**
 * Emergency number and crisis lines of the chosen country, at the foot of every employee's view. It needs no
 * network, no directory and no unlocking, and waits for nothing.
 */
export function CrisisFoot({ country, setCountry, now }: CrisisFootProps) {
  const words = useWords();
  const { t, formats } = words;
  const [choosing, setChoosing] = useState(false);
  const help = helpFor(country);
  const name = country === undefined ? undefined : formats.country(country);
  const lacking = withoutLine(words, help, name);
  // A review is due on a day of no zone in particular.
  const today = new Date(now).toISOString().slice(0, 10);
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
            {name !== undefined && <span>{name}</span>}
            <button
              type="button"
              class="quiet"
              aria-label={name === undefined ? undefined : t('crisisChangeFrom', { country: name })}
              onClick={() => setChoosing(true)}
            >
              {t(name === undefined ? 'crisisNoCountry' : 'crisisChange')}
            </button>
          </>
        )}
      </p>
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
              <CrisisLine key={line.id} line={line} today={today} />
            ))}
          </span>
        </p>
      )}
      {lacking !== undefined && (
        <p>
          {lacking} <WorldwideLink />
        </p>
      )}
    </section>
  );
}
