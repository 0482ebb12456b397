import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Channel, channelSchema } from '../../../utils/directory/channel-schema.ts';
import {
  carriesOpener,
  channelAddress,
  channelHref,
  opensTab,
  slackOnTheWeb,
} from '../../../utils/directory/channels.ts';

const OPENER = { subject: 'A few minutes?', text: 'Hi & hello,\ndo you have #5 minutes? 100 %' };

const EXAMPLES: Record<Channel['type'], Channel> = {
  email: { type: 'email', address: 'maya+ally@example.com' },
  phone: { type: 'phone', number: '+442079460000' },
  sms: { type: 'sms', number: '85258', region: 'GB' },
  slack: { type: 'slack', team: 'T0123', user: 'U0456' },
  teams: { type: 'teams', address: 'maya@example.com' },
  webex: { type: 'webex', address: 'maya@example.com' },
  booking: { type: 'booking', url: 'https://example.com/book?who=maya' },
  link: { type: 'link', url: 'https://example.com/maya', label: 'My page' },
};

describe('the address that opens a channel', () => {
  it.each([
    ['email', 'mailto:maya%2Bally@example.com'],
    ['phone', 'tel:+442079460000'],
    ['sms', 'sms:85258'],
    ['slack', 'slack://user?team=T0123&id=U0456'],
    ['teams', 'https://teams.microsoft.com/l/chat/0/0?users=maya%40example.com'],
    ['webex', 'webexteams://im?email=maya%40example.com'],
    ['booking', 'https://example.com/book?who=maya'],
    ['link', 'https://example.com/maya'],
  ] as const)('has the form of %s', (type, href) => {
    expect(channelHref(EXAMPLES[type])).toBe(href);
  });

  it('dials a short number as it is, whatever its country', () => {
    expect(channelHref({ type: 'phone', number: '988', region: 'US' })).toBe('tel:988');
    expect(channelHref({ type: 'phone', number: '116123', region: 'GB' })).toBe('tel:116123');
  });

  it('carries a first line exactly where that is promised', () => {
    for (const channel of Object.values(EXAMPLES)) {
      const carried = channelHref(channel, OPENER) !== channelHref(channel);
      expect([channel.type, carried]).toEqual([channel.type, carriesOpener(channel)]);
    }
  });

  it('opens a tab exactly where the address is one of the web', () => {
    for (const channel of Object.values(EXAMPLES)) {
      expect(opensTab(channel)).toBe(channelHref(channel).startsWith('https:'));
    }
  });

  it('writes a subject into email alone, which others can see in a list', () => {
    const subject = encodeURIComponent(OPENER.subject);
    const withSubject = Object.values(EXAMPLES).filter((channel) =>
      channelHref(channel, OPENER).includes(subject),
    );
    expect(withSubject.map(({ type }) => type)).toEqual(['email']);
  });

  it('has a second way for Slack in the browser', () => {
    expect(slackOnTheWeb({ type: 'slack', team: 'T0123', user: 'U0456' })).toBe(
      'https://app.slack.com/client/T0123/U0456',
    );
  });
});

describe('what is copied of a channel', () => {
  it.each([
    ['email', 'maya+ally@example.com'],
    ['phone', '+442079460000'],
    ['sms', '85258'],
    ['slack', 'U0456'],
    ['teams', 'maya@example.com'],
    ['webex', 'maya@example.com'],
    ['booking', 'https://example.com/book?who=maya'],
    ['link', 'https://example.com/maya'],
  ] as const)('is the address of %s as a person would use it', (type, address) => {
    expect(channelAddress(EXAMPLES[type])).toBe(address);
  });
});

const SCHEMES = ['mailto:', 'tel:', 'sms:', 'slack:', 'webexteams:', 'https:'];

/** Records as a directory could hold them, of which those that the schema takes become channels. */
const someChannel: fc.Arbitrary<Channel> = fc
  .oneof(
    fc.record({
      type: fc.constantFrom('email', 'teams', 'webex'),
      address: fc.oneof(
        fc.emailAddress(),
        fc.string({ unit: 'binary' }).map((local) => `${local}@example.com`),
      ),
    }),
    fc.record({
      type: fc.constantFrom('phone', 'sms'),
      number: fc.oneof(fc.stringMatching(/^\+?[0-9 ().-]{2,14}$/), fc.string()),
      region: fc.constant('GB'),
    }),
    fc.record({ type: fc.constantFrom('booking', 'link'), url: fc.oneof(fc.webUrl(), fc.string()) }),
    fc.record({
      type: fc.constant('slack'),
      team: fc.oneof(fc.constant('T0A'), fc.string()),
      user: fc.oneof(fc.constant('U0A'), fc.string()),
    }),
  )
  .map((raw) => channelSchema.safeParse(raw))
  .filter(({ success }) => success)
  .map(({ data }) => data ?? EXAMPLES.email);
const someText = fc
  .string({ unit: 'binary' })
  .filter((text) => text.isWellFormed())
  .map((text) => text.replaceAll('\0', ''));
const someOpener = fc.record({ subject: someText, text: someText });

describe('any channel that a directory can hold', () => {
  it('opens under one of a few schemes, with no character that needs to be written otherwise', () => {
    fc.assert(
      fc.property(someChannel, fc.option(someOpener, { nil: undefined }), (channel, opener) => {
        const href = channelHref(channel, opener);
        expect(SCHEMES).toContain(new URL(href).protocol);
        expect(href).toMatch(/^[!-~]+$/);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps to its one address and its one draft, whatever the first line says', () => {
    fc.assert(
      fc.property(someChannel.filter(carriesOpener), someOpener, (channel, opener) => {
        const bare = new URL(channelHref(channel));
        const full = new URL(channelHref(channel, opener));
        expect(full.hash).toBe('');
        expect([full.protocol, full.host, full.pathname]).toEqual([bare.protocol, bare.host, bare.pathname]);
        // Read as the handlers of these schemes do (RFC 6068 §2): a plus is a plus.
        const fields = full.search
          .slice(1)
          .split('&')
          .map((field) => field.split('=').map(decodeURIComponent));
        const expected = {
          email: [
            ['subject', opener.subject],
            ['body', opener.text],
          ],
          sms: [['body', opener.text]],
          teams: [
            ['users', channelAddress(channel)],
            ['message', opener.text],
          ],
        };
        expect(fields).toEqual(Reflect.get(expected, channel.type));
      }),
      { numRuns: 500 },
    );
  });

  it('writes an address of email so that it is read back the same', () => {
    fc.assert(
      fc.property(someChannel, (channel) => {
        if (channel.type !== 'email') return;
        expect(decodeURIComponent(channelHref(channel).slice('mailto:'.length))).toBe(channel.address);
      }),
    );
  });
});
