import type { Channel } from '../../utils/directory/channel-schema.ts';
import { channelAddress, type Opener, slackOnTheWeb } from '../../utils/directory/channels.ts';
import { channelWords } from '../../utils/i18n/en/channels.ts';
import { CopyButton, type CopyText } from '../ui/copy-button.tsx';
import { useWords } from '../ui/words.tsx';
import { ChannelLink } from './channel-link.tsx';
import { ChannelMark } from './channel-mark.tsx';

const IN_A_TAB = { target: '_blank', rel: 'noopener noreferrer' };

export interface ChannelListProps {
  channels: readonly Channel[];
  /** Whom they reach, for the links' names. */
  name: string;
  copy: CopyText;
  opener?: Opener;
  /** Whether to say who can see that a channel was used. */
  withVisibility?: boolean;
}

/** Every way to reach somebody: a link, what it says to whom, and a copy of the address. */
export function ChannelList({ channels, name, copy, opener, withVisibility }: ChannelListProps) {
  const { t, formats } = useWords(channelWords);
  return (
    <ul class="channels">
      {channels.map((channel) => {
        const address = channelAddress(channel);
        const says = channel.label ?? t(`channel_${channel.type}`);
        const region =
          (channel.type === 'phone' || channel.type === 'sms') && !channel.number.startsWith('+')
            ? channel.region
            : undefined;
        return (
          <li key={`${channel.type} ${address}`}>
            <ChannelMark type={channel.type} />
            <div>
              <p class="channel-way">
                <ChannelLink
                  channel={channel}
                  opener={opener}
                  aria-label={`${says}: ${t(`reach_${channel.type}`, { name })}`}
                >
                  {says}
                </ChannelLink>
                <bdi class="address" dir="ltr">
                  {address}
                </bdi>
                {region !== undefined && (
                  <small>{t('inCountry', { country: formats.country(region) })}</small>
                )}
                <CopyButton text={address} what={address} copy={copy} />
              </p>
              {channel.type === 'slack' && (
                <p>
                  <a href={slackOnTheWeb(channel)} {...IN_A_TAB}>
                    {t('slackWeb')}
                  </a>
                </p>
              )}
              {withVisibility === true && <p class="visible-to">{t(`visible_${channel.type}`)}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
