import type { Channel } from '../../utils/directory/channel-schema.ts';

const CHAT = 'M4 5.5h12v8H9l-3.5 3v-3H4z';
const HANDSET =
  'M6.2 3.5l2 .2 1 3.2-1.6 1.3a9.6 9.6 0 0 0 4.2 4.2l1.3-1.6 3.2 1 .2 2c0 1.2-1 2.2-2.2 2.1A11.6 11.6 0 0 1 4.1 5.7c-.1-1.2.9-2.2 2.1-2.2z';
const PATHS: Readonly<Record<Channel['type'], string>> = {
  email: 'M3.5 5.5h13v9h-13zM3.5 6l6.5 5 6.5-5',
  phone: HANDSET,
  sms: 'M4 5h12v8.5H9.5L6 16.5v-3H4zM7 8h6M7 10.5h4',
  slack: CHAT,
  teams: CHAT,
  webex: CHAT,
  booking: 'M4 5.5h12v11H4zM4 8.5h12M7.5 3.5v3M12.5 3.5v3',
  link: 'M8 12l4-4M8.5 6.5l1.3-1.3a3.2 3.2 0 0 1 4.5 4.5L13 11M11.5 13.5l-1.3 1.3a3.2 3.2 0 0 1-4.5-4.5L7 9',
};

/** A small drawing of a kind of channel. Its words stand beside it, or in the link's name. */
export function ChannelMark({ type }: { type: Channel['type'] }) {
  return (
    <svg class="mark" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={PATHS[type]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  );
}
