import { useEffect, useMemo, useRef } from 'preact/hooks';
import { COUNTRIES } from '../../utils/helplines/countries.ts';
import { countriesWithLines } from '../../utils/helplines/helplines.ts';
import { useWords } from './words.tsx';

export interface CountrySelectProps {
  value: string | undefined;
  onChoose: (country: string) => void;
  label: string;
  /** Whether it takes the focus as it appears, since a click brought it. */
  focusAtOnce?: boolean;
  id?: string;
}

/** A choice of all countries, those with checked numbers first. */
export function CountrySelect({ value, onChoose, label, focusAtOnce, id }: CountrySelectProps) {
  const { t, formats } = useWords();
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (focusAtOnce === true) select.current?.focus();
  }, [focusAtOnce]);
  const [checked, others] = useMemo(() => {
    const byName = (codes: readonly string[]) =>
      codes
        .map((code) => ({ code, name: formats.country(code) }))
        .sort((a, b) => a.name.localeCompare(b.name, formats.locale));
    const withLines = new Set(countriesWithLines());
    return [byName([...withLines]), byName(COUNTRIES.filter((code) => !withLines.has(code)))];
  }, [formats]);
  const options = (countries: typeof checked) =>
    countries.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ));
  return (
    <select
      ref={select}
      id={id}
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => currentTarget.value !== '' && onChoose(currentTarget.value)}
    >
      {value === undefined && <option value="">{t('crisisNoCountry')}</option>}
      <optgroup label={t('countryChecked')}>{options(checked)}</optgroup>
      <optgroup label={t('countryOther')}>{options(others)}</optgroup>
    </select>
  );
}
