import {
  type EmergencyNumber,
  type Helpline,
  isPastReview,
  telHref,
  WORLDWIDE_DIRECTORY,
} from '../../utils/helplines/helplines.ts';
import { useWords, type Words } from './words.tsx';

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

/** A short word on a line that was never checked, or not for long: its year, since a whole date is in Resources. */
function caution({ t }: Words, line: Helpline, today: string): string | undefined {
  if (line.verified === undefined) return t('crisisNotChecked');
  return isPastReview(line, today) ? t('crisisPastReview', { year: line.verified.slice(0, 4) }) : undefined;
}

/** A crisis line's name and its numbers to call or text, with a word of caution where one is due. */
export function CrisisLine({ line, today }: { line: Helpline; today: string }) {
  const words = useWords();
  const { t } = words;
  const careful = caution(words, line, today);
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
      {careful !== undefined && (
        <small>
          <a
            href={line.source}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('crisisCompare', { said: careful, name: line.name })}
          >
            {careful}
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
