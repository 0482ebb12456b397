import { cleanLine } from '../../utils/core/text.ts';
import { type Profile, profileSchema } from '../../utils/settings/schema.ts';
import { CountrySelect } from '../ui/country-select.tsx';
import { useWords } from '../ui/words.tsx';
import { Field } from './field.tsx';
import { ListField } from './list-field.tsx';
import type { SettingsModel } from './settings-ports.ts';

export interface PlaceSectionProps {
  model: SettingsModel;
  locales: readonly string[];
  write: (profile: Profile) => void;
}

/** Who the person is, as far as it helps to find somebody near. */
export function PlaceSection({ model, locales, write }: PlaceSectionProps) {
  const { t, formats } = useWords();
  const { profile, whereabouts, sites } = model;
  const guessed = whereabouts.siteGuessed
    ? sites.find(({ id }) => id === whereabouts.profile.site)?.name
    : undefined;
  const chooseSite = (id: string): void => {
    const { site: _before, ...elsewhere } = profile;
    write(id === '' ? elsewhere : { ...elsewhere, site: id });
  };
  const nameTeam = (typed: string): void => {
    const { team: _before, ...without } = profile;
    const team = cleanLine(typed).slice(0, 120);
    write(team === '' ? without : { ...without, team });
  };
  const writeLanguages = (languages: string[]): string | undefined => {
    const bad = languages.find((tag) => !profileSchema.shape.languages.safeParse([tag]).success);
    if (bad !== undefined) return t('languagesBad', { tag: bad });
    write({ ...profile, languages: languages.slice(0, 20) });
    return undefined;
  };
  const topicsHint =
    model.topics.length > 0 ? ` ${t('topicsSuggested', { topics: formats.list(model.topics) })}` : '';
  return (
    <section aria-labelledby="place-title">
      <h2 id="place-title">{t('placeTitle')}</h2>
      <p class="hint">{t('placeText')}</p>
      <Field id="country" label={t('country')}>
        <CountrySelect
          id="country"
          label={t('country')}
          value={whereabouts.country}
          onChoose={(country) => write({ ...profile, country })}
        />
      </Field>
      <Field id="site" label={t('site')} hint={sites.length === 0 ? t('siteNone') : undefined}>
        <select
          id="site"
          value={profile.site ?? ''}
          disabled={sites.length === 0}
          aria-describedby={sites.length === 0 ? 'site-hint' : undefined}
          onChange={({ currentTarget }) => chooseSite(currentTarget.value)}
        >
          <option value="">
            {guessed === undefined ? t('siteUnset') : t('siteUnsetGuessed', { site: guessed })}
          </option>
          {sites.map(({ id, name, country }) => (
            <option key={id} value={id}>
              {name}, {formats.country(country)}
            </option>
          ))}
        </select>
      </Field>
      <ListField
        id="languages"
        label={t('languages')}
        hint={t('languagesHint', { languages: locales.join(', ') })}
        values={profile.languages}
        write={writeLanguages}
      />
      <Field id="team" label={t('team')} hint={t('teamHint')}>
        <input
          id="team"
          autocomplete="off"
          spellcheck={false}
          aria-describedby="team-hint"
          value={profile.team ?? ''}
          onChange={({ currentTarget }) => nameTeam(currentTarget.value)}
        />
      </Field>
      <label class="check">
        <input
          type="checkbox"
          checked={profile.avoidOwnTeam}
          onChange={({ currentTarget }) => write({ ...profile, avoidOwnTeam: currentTarget.checked })}
        />
        {t('avoidOwnTeam')}
      </label>
      <ListField
        id="topics"
        label={t('topics')}
        hint={t('topicsHint') + topicsHint}
        values={profile.topics}
        write={(topics) => {
          const clean = topics.map((topic) => cleanLine(topic).slice(0, 60)).filter((topic) => topic !== '');
          write({ ...profile, topics: clean.slice(0, 40) });
          return undefined;
        }}
      />
    </section>
  );
}
