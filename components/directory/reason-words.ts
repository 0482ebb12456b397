import type { Reason } from '../../utils/directory/reasons.ts';
import type { Words } from '../ui/words.tsx';

/** Says why an ally stands where they stand: `Free until 17:00`, `your site`, `Polish`. */
export function reasonWords(reason: Reason, { t, formats }: Words, now: number): string {
  switch (reason.code) {
    case 'freeUntil':
      return t('freeUntil', { time: formats.time(reason.at) });
    case 'freeNow':
      return t('freeNow');
    case 'freeFrom':
      return t('freeFrom', { time: formats.time(reason.at) });
    case 'freeOn':
      return t('freeOn', { day: formats.weekday(reason.at, now), time: formats.time(reason.at) });
    case 'away':
      return t('away', { day: formats.day(reason.until) });
    case 'closed':
      return reason.until === undefined ? t('closed') : t('closedUntil', { day: formats.day(reason.until) });
    case 'hoursUnknown':
      return t('hoursUnknown');
    case 'yourSite':
      return reason.place === undefined ? t('yourSite') : t('yourSitePlace', { place: reason.place });
    case 'nearSite':
      return t('nearSite', { site: reason.site, distance: formats.kilometres(reason.km) });
    case 'yourCountry':
      return t('yourCountry');
    case 'yourHours':
      return reason.site === undefined ? t('yourHours') : t('yourHoursSite', { site: reason.site });
    case 'site':
      return reason.site;
    case 'language':
      return formats.language(reason.tag);
    case 'topic':
      return reason.topic;
  }
}
