import { type EmergencyNumber, type Helpline, telHref } from '../../utils/helplines/helplines.ts';
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

/** A crisis line's name and its numbers to call or text. */
export function CrisisLine({ line }: { line: Helpline }) {
  const { t } = useWords();
  return (
    <span class="crisis-line">
      <bdi>{line.name}</bdi>{' '}
      {line.channels.map((channel) => {
        if (channel.type !== 'phone' && channel.type !== 'sms') return null;
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
    </span>
  );
}
