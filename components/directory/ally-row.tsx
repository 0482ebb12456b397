import type { RankedAlly } from '../../utils/directory/rank.ts';
import type { Reason } from '../../utils/directory/reasons.ts';
import { Avatar } from '../ui/avatar.tsx';
import { useWords } from '../ui/words.tsx';
import { ChannelLink } from './channel-link.tsx';
import { ChannelMark } from './channel-mark.tsx';
import { reasonWords } from './reason-words.ts';

export interface AllyRowProps {
  ranked: RankedAlly;
  reasons: readonly Reason[];
  photo: string | undefined;
  now: number;
  place: { 'aria-setsize': number; 'aria-posinset': number };
  open(): void;
}

/** One ally in the list: who they are, why they stand here, and one click to reach them. */
export function AllyListItem({ ranked, reasons, photo, now, place, open }: AllyRowProps) {
  const words = useWords();
  const { ally, availability } = ranked;
  const channel = ally.channels[0];
  const why = reasons.map((reason) => reasonWords(reason, words, now)).join(' · ');
  return (
    <li {...place} class={`ally ${availability.kind}`}>
      <Avatar name={ally.name} photo={photo} />
      <div class="ally-words">
        <h3>
          <button type="button" class="ally-open" data-item data-key={ally.key} onClick={open}>
            <bdi>{ally.name}</bdi>
          </button>
        </h3>
        <p class="why" data-why>
          {why}
        </p>
      </div>
      {channel !== undefined && (
        <ChannelLink
          channel={channel}
          class="reach"
          aria-label={words.t(`reach_${channel.type}`, { name: ally.name })}
          title={words.t(`reach_${channel.type}`, { name: ally.name })}
        >
          <ChannelMark type={channel.type} />
        </ChannelLink>
      )}
    </li>
  );
}
