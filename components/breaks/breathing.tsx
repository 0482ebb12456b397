import { useEffect, useState } from 'preact/hooks';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { useWords } from '../ui/words.tsx';

/** Four seconds in, six out: six breaths a minute, slow enough to calm and easy to follow. In ms. */
const IN = 4000;
const OUT = 6000;

/**
 * A circle that grows while breathing in and shrinks while breathing out. Where movement isn't wanted it stands
 * still, and the words alone change.
 */
export function Breathing() {
  const { t } = useWords(breakWords);
  const [phase, setPhase] = useState<'in' | 'out'>('in');
  useEffect(() => {
    const timer = setTimeout(() => setPhase(phase === 'in' ? 'out' : 'in'), phase === 'in' ? IN : OUT);
    return () => clearTimeout(timer);
  }, [phase]);
  return (
    <div class="breathing">
      <div class="breathing-space" aria-hidden="true">
        <div class={`breathing-circle ${phase}`} />
      </div>
      {/* A screen reader would speak into every breath: it has the line below instead. */}
      <p aria-hidden="true">{t(`breathe_${phase}`)}</p>
      <p class="unseen">{t('breatheHow')}</p>
    </div>
  );
}
