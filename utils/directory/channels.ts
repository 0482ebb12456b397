import type { Channel } from './channel-schema.ts';

/** A first line to send along, where a channel can carry one. */
export interface Opener {
  subject: string;
  text: string;
}

/** An address with its local part encoded; its form was checked when the directory was read. */
function encodedMailbox(address: string): string {
  const at = address.lastIndexOf('@');
  return `${encodeURIComponent(address.slice(0, at))}@${address.slice(at + 1)}`;
}

const query = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/**
 * The address that opens a channel. Telephone numbers are written as they are dialled, without a
 * `phone-context`: some softphones drop all but the digits and would dial the context too.
 */
export function channelHref(channel: Channel, opener?: Opener): string {
  switch (channel.type) {
    case 'email': {
      const draft = opener && `?${query({ subject: opener.subject, body: opener.text })}`;
      return `mailto:${encodedMailbox(channel.address)}${draft ?? ''}`;
    }
    case 'phone':
      return `tel:${channel.number}`;
    case 'sms':
      return `sms:${channel.number}${opener ? `?${query({ body: opener.text })}` : ''}`;
    case 'slack':
      return `slack://user?${query({ team: channel.team, id: channel.user })}`;
    case 'teams': {
      const draft = opener ? { users: channel.address, message: opener.text } : { users: channel.address };
      return `https://teams.microsoft.com/l/chat/0/0?${query(draft)}`;
    }
    case 'webex':
      return `webexteams://im?${query({ email: channel.address })}`;
    case 'booking':
    case 'link':
      return channel.url;
  }
}

/** Slack's address for those who use it in the browser. */
export function slackOnTheWeb(channel: Extract<Channel, { type: 'slack' }>): string {
  return `https://app.slack.com/client/${channel.team}/${channel.user}`;
}

/** What a person would copy to use the channel by hand. */
export function channelAddress(channel: Channel): string {
  switch (channel.type) {
    case 'email':
    case 'teams':
    case 'webex':
      return channel.address;
    case 'phone':
    case 'sms':
      return channel.number;
    case 'slack':
      return channel.user;
    case 'booking':
    case 'link':
      return channel.url;
  }
}

/** Whether the channel opens a page of the web, and so in a tab. */
export function opensTab(channel: Channel): boolean {
  return channel.type === 'teams' || channel.type === 'booking' || channel.type === 'link';
}

/** Whether an opener goes along. */
export function carriesOpener(channel: Channel): boolean {
  return channel.type === 'email' || channel.type === 'sms' || channel.type === 'teams';
}
