import type { ComponentChildren } from 'preact';
import type { Channel } from '../../utils/directory/channel-schema.ts';
import { carriesOpener, channelHref, type Opener, opensTab } from '../../utils/directory/channels.ts';

export interface ChannelLinkProps {
  channel: Channel;
  opener?: Opener | undefined;
  children: ComponentChildren;
  class?: string;
  /** Where the text by itself doesn't say whom it reaches. */
  'aria-label'?: string;
  title?: string;
}

/**
 * A link that reaches somebody. Web pages open in a tab, which is told nothing of where it was opened from;
 * anything else stays in the frame, since a short `tel:` number is broken by a new tab.
 */
export function ChannelLink({ channel, opener, children, ...looks }: ChannelLinkProps) {
  const tab = opensTab(channel);
  return (
    <a
      {...looks}
      href={channelHref(channel, carriesOpener(channel) ? opener : undefined)}
      {...(tab ? { target: '_blank', rel: 'noopener noreferrer' } : { rel: 'noreferrer' })}
    >
      {children}
    </a>
  );
}
