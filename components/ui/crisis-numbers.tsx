import {
  type EmergencyNumber,
  type Helpline,
  isPastReview,
  telHref,
  WORLDWIDE_DIRECTORY,
} from '../../utils/helplines/helplines.ts';
import { useWords } from './words.tsx';

/** Emergency numbers, each a link that dials it, with whom it calls where that differs. */
export function EmergencyNumbers({ numbers }: { numbers: readonly EmergencyNumber[] }) {
  const { t } = useWords();
  return (
    <span class="numbers">
      {numbers.map(({ number, for: whom }) => (
        <span key={number}>
          <a class="dial" href={telHref(number)} aria-label={t('call', { number })}>
            <bdi dir="ltr">{number}</bdi>
          </a>
          {whom !== undefined && <small> {t(`emergencyFor_${whom}`)}</small>}
        </span>
      ))}
    </span>
  );
}

/** A crisis line's name and its numbers to call or text, with a short word where it is due for a check. */
export function CrisisLine({ line, today }: { line: Helpline; today: string }) {
  const { t, formats } = useWords();
  const checked = isPastReview(line, today) ? line.verified : undefined;
  return (
    <span class="crisis-line">
      <bdi>{line.name}</bdi>{' '}
      {line.channels.map((channel) => {
        const shown = channel.display ?? channel.number;
        const says = t(channel.type === 'phone' ? 'call' : 'text', { number: shown });
        const href = channel.type === 'phone' ? telHref(channel.number) : `sms:${channel.number}`;
        return (
          <a
            key={channel.type + channel.number}
            class="dial"
            href={href}
            aria-label={`${line.name}: ${says}`}
          >
            {channel.type === 'phone' ? <bdi dir="ltr">{shown}</bdi> : says}
          </a>
        );
      })}
      {checked !== undefined && (
        <small>
          {t('crisisPastReview', { date: formats.day(checked) })}
          {' · '}
          <a
            href={line.source}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('crisisCompareWith', { name: line.name })}
          >
            {t('crisisCompare')}
          </a>
        </small>
      )}
    </span>
  );
}

/** Where a line of any country can be found, for those without one here. */
export function WorldwideLink() {
  const { t } = useWords();
  return (
    <a href={WORLDWIDE_DIRECTORY} target="_blank" rel="noopener noreferrer">
      {t('crisisWorldwide')}
    </a>
  );
}
