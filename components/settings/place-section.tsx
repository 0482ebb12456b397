import { cleanLine } from '../../utils/core/text.ts';
import type { Profile } from '../../utils/settings/schema.ts';
import { languageTagOf } from '../../utils/settings/spoken-languages.ts';
import { CountrySelect } from '../ui/country-select.tsx';
import { useWords } from '../ui/words.tsx';
import { Field } from './field.tsx';
import { ListField } from './list-field.tsx';
import type { Change, SettingsModel } from './settings-ports.ts';
import { TypedField } from './typed-field.tsx';

export interface PlaceSectionProps {
  model: SettingsModel;
  locales: readonly string[];
  write: (change: Change<Profile>) => void;
}

/** A language's name in a locale; the tag where it has none. */
const nameIn = (tag: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;

/** Who the person is, as far as it helps to find somebody near. */
export function PlaceSection({ model, locales, write }: PlaceSectionProps) {
  const { t, formats } = useWords();
  const { profile, policy, whereabouts, sites } = model;
  const siteNamed = (id: string | undefined) => sites.find((site) => site.id === id)?.name;
  const guessed = whereabouts.siteGuessed ? siteNamed(whereabouts.profile.site) : undefined;
  const byPolicy = siteNamed(policy.site);
  const chooseSite = (id: string): void =>
    write(({ site: _before, ...elsewhere }) => (id === '' ? elsewhere : { ...elsewhere, site: id }));
  const nameTeam = (typed: string): undefined => {
    const team = cleanLine(typed).slice(0, 120);
    write(({ team: _before, ...without }) => (team === '' ? without : { ...without, team }));
  };
  const writeLanguages = (typed: string[]): string | undefined => {
    const tags: string[] = [];
    for (const name of typed) {
      const tag = languageTagOf(name, nameIn, formats.locale);
      if (tag === undefined) return t('languagesBad', { name });
      tags.push(tag);
    }
    write((before) => ({ ...before, languages: [...new Set(tags)].slice(0, 20) }));
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
          onChoose={(country) => write((before) => ({ ...before, country }))}
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
            {byPolicy !== undefined
              ? t('siteByPolicy', { site: byPolicy })
              : guessed === undefined
                ? t('siteUnset')
                : t('siteUnsetGuessed', { site: guessed })}
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
        hint={t('languagesHint', { languages: formats.list(locales.map((tag) => formats.language(tag))) })}
        values={profile.languages.map((tag) => formats.language(tag))}
        write={writeLanguages}
      />
      <TypedField
        id="team"
        label={t('team')}
        hint={t('teamHint')}
        stored={profile.team ?? ''}
        take={nameTeam}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={profile.avoidOwnTeam}
          onChange={({ currentTarget: { checked } }) =>
            write((before) => ({ ...before, avoidOwnTeam: checked }))
          }
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
          write((before) => ({ ...before, topics: clean.slice(0, 40) }));
          return undefined;
        }}
      />
    </section>
  );
}
