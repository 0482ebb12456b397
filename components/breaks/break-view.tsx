import { useCallback, useState } from 'preact/hooks';
import type { Clock } from '../../utils/core/clock.ts';
import { breakWords } from '../../utils/i18n/en/breaks.ts';
import { useWords } from '../ui/words.tsx';
import { Breathing } from './breathing.tsx';
import { Countdown } from './countdown.tsx';

/** Ideas of ours, by the key of their words. The first has a guide of its own. */
export const IDEAS = ['breathe', 'stretch', 'farAway', 'water', 'walk', 'word', 'nothing'] as const;

export interface BreakViewProps {
  /** When the break ends, in ms since the epoch. */
  ends: number;
  /** A short one for the eyes: there is no time for more than looking away. */
  eyes: boolean;
  /** The person's own ideas; they come first. */
  ownIdeas: readonly string[];
  clock: Clock;
  /** From 0 up to 1. */
  random: () => number;
  /** The person is back, early or not. */
  back: () => void;
  /** Shows who can listen now. Rejects where the browser doesn't let a page do so. */
  seeWhoIsFree: () => Promise<void>;
}

/** A break as it is taken: what is left of it, something to do with it, and the way back at any time. */
export function BreakView({ ends, eyes, ownIdeas, clock, random, back, seeWhoIsFree }: BreakViewProps) {
  const { t } = useWords(breakWords);
  const ideas = [...ownIdeas, ...IDEAS];
  const [place, setPlace] = useState(() => Math.floor(random() * ideas.length));
  const [isOver, setOver] = useState(false);
  const [refused, setRefused] = useState(false);
  const over = useCallback(() => setOver(true), []);
  const idea = ideas[place % ideas.length];
  const ours = IDEAS.find((name) => name === idea);
  return (
    <section class="break" aria-labelledby="break-title">
      <h1 id="break-title">{t(isOver ? 'overTitle' : eyes ? 'eyesTitle' : 'breakTitle')}</h1>
      {isOver ? <p role="status">{t('overText')}</p> : <Countdown ends={ends} clock={clock} over={over} />}
      {eyes && !isOver && <p class="idea">{t('eyesText')}</p>}
      {!eyes && !isOver && (
        <div class="idea">
          {ours === 'breathe' && <Breathing />}
          <p dir="auto">{ours === undefined ? idea : t(`idea_${ours}`)}</p>
          {ours === 'word' && (
            <button
              type="button"
              class="button soft"
              onClick={() => seeWhoIsFree().catch(() => setRefused(true))}
            >
              {t('seeWhoIsFree')}
            </button>
          )}
          <p role="status" class={refused ? 'notice' : 'unseen'}>
            {refused ? t('seeWhoIsFreeFailed') : ''}
          </p>
          <button type="button" class="link" onClick={() => setPlace(place + 1)}>
            {t('anotherIdea')}
          </button>
        </div>
      )}
      <button type="button" class="button" onClick={back}>
        {t('back')}
      </button>
    </section>
  );
}
