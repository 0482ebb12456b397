import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Channel, channelSchema } from '../../../utils/directory/channel-schema.ts';
import * as fields from '../../../utils/directory/fields.ts';

const codesOf = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

/** What a channel becomes, or why it is refused. */
function channelOf(raw: unknown): Channel | string | undefined {
  const parsed = channelSchema.safeParse(raw);
  return parsed.success ? parsed.data : parsed.error.issues[0]?.message;
}

describe('zod', () => {
  it('never tries to compile code, which an extension page forbids', () => {
    expect(z.config().jitless).toBe(true);
  });
});

describe('links', () => {
  it.each(['https://example.com', 'https://example.com/a?b=c#d', 'https://example.com:8443/'])(
    'may be %s, and stay as written',
    (address) => {
      expect(fields.link.parse(address)).toBe(address);
    },
  );

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>',
    'http://example.com',
    'https://user@example.com',
    'https://user:pass@example.com',
    'https://',
    '//example.com',
    'example.com',
    'blob:https://example.com/1',
    '',
  ])('may not be %j', (address) => {
    expect(codesOf(fields.link, address)).toEqual(['badLink']);
  });

  it('are spelled out where they would look like something else', () => {
    expect(fields.link.parse('https://ex\u0430mple.com/')).toBe('https://xn--exmple-4nf.com/');
    expect(fields.link.parse('https://example.com/\u202egnp.exe')).toBe(
      'https://example.com/%E2%80%AEgnp.exe',
    );
    expect(fields.link.parse('HTTPS://EXAMPLE.com/ä\t')).toBe('https://example.com/%C3%A4');
  });

  it('have a bound that holds once spelled out', () => {
    expect(codesOf(fields.link, `https://example.com/${'a'.repeat(2000)}`)).toEqual(['tooLong']);
    expect(codesOf(fields.link, `https://example.com/${'ä'.repeat(1000)}`)).toContain('tooLong');
  });
});

describe('mailboxes', () => {
  it.each(['maya@example.com', "o'brien+ally@example.co.uk", 'żółć@example.com', 'm@localhost'])(
    'may be %s',
    (a) => {
      expect(accepts(fields.mailbox, a)).toBe(true);
    },
  );

  it.each([
    'maya',
    '@example.com',
    'maya@',
    'maya@example.com?bcc=eve@example.com',
    'maya@example.com,eve@example.com',
    'maya%0abcc:x@example.com',
    'Maya <maya@example.com>',
    'maya@exam ple.com',
    '\u202emaya@example.com',
    'ma\u200bya@example.com',
    'ma\u200dya@example.com',
    'maya\ud800@example.com',
    'maya\u0007@example.com',
    'javascript:alert(1)@example.com',
  ])('may not be %j', (address) => {
    expect(codesOf(fields.mailbox, address)).not.toEqual([]);
    expect(new Set(codesOf(fields.mailbox, address))).toEqual(new Set(['badAddress']));
  });
});

describe('days, times, zones, languages, countries', () => {
  it.each([
    [fields.day, '2026-02-29', 'badDate'],
    [fields.day, '20-11-2026', 'badDate'],
    [fields.instant, '2026-11-20T09:00:00', 'badDate'],
    [fields.timeOfDay, '24:00', 'badTime'],
    [fields.timeOfDay, '9:00', 'badTime'],
    [fields.timeZone, '+01:00', 'badTimeZone'],
    [fields.timeZone, 'Europe/Atlantis', 'badTimeZone'],
    [fields.timeZone, 'E'.repeat(1_000_000), 'tooLong'],
    [fields.language, 'not a tag', 'badLanguage'],
    [fields.language, 'e'.repeat(1_000_000), 'tooLong'],
    [fields.country, 'uk ', 'badCountry'],
  ])('%# refuses %3$s', (schema, value, code) => {
    expect(codesOf(schema, value)).toEqual([code]);
  });

  it.each([
    [fields.day, '2028-02-29'],
    [fields.instant, '2026-11-20T09:00:00+01:00'],
    [fields.timeOfDay, '23:59'],
    [fields.timeZone, 'America/Argentina/Buenos_Aires'],
    [fields.timeZone, 'UTC'],
    [fields.language, 'zh-Hant-TW'],
    [fields.country, 'GB'],
  ])('%# accepts what is one', (schema, value) => {
    expect(schema.parse(value)).toBe(value);
  });

  it('gives the same answer when asked again', () => {
    expect([1, 2, 3].map(() => accepts(fields.timeZone, 'Europe/Atlantis'))).toEqual([false, false, false]);
    expect([1, 2, 3].map(() => accepts(fields.language, 'pl'))).toEqual([true, true, true]);
  });
});

describe('photos', () => {
  it('are small pictures inside the directory, and nothing that runs or asks anybody', () => {
    expect(accepts(fields.photo, 'data:image/webp;base64,AAAA')).toBe(true);
    for (const photo of [
      'https://example.com/a.png',
      'data:image/svg+xml;base64,AAAA',
      'data:text/html;base64,AAAA',
      'data:image/png;base64,AAAA"><img',
      'data:image/png,raw',
    ]) {
      expect(codesOf(fields.photo, photo)).toEqual(['badPhoto']);
    }
    expect(codesOf(fields.photo, `data:image/png;base64,${'A'.repeat(1_000_000)}`)).toEqual(['tooLong']);
  });
});

describe('channels', () => {
  it('read numbers as people write them', () => {
    const phone = (number: string, region?: string) => channelOf({ type: 'phone', number, region });
    expect(phone('+44 (0)20 7946-0000')).toEqual({ type: 'phone', number: '+442079460000' });
    expect(phone('+1 (212) 555 0100')).toEqual({ type: 'phone', number: '+12125550100' });
    expect(phone('+39 06 698 1')).toEqual({ type: 'phone', number: '+39066981' });
    expect(phone('116 123', 'GB')).toEqual({ type: 'phone', number: '116123', region: 'GB' });
    expect(phone('020 7946 0000', 'GB')).toEqual({ type: 'phone', number: '02079460000', region: 'GB' });
  });

  it('refuse a number that could be dialled wrongly', () => {
    expect(channelOf({ type: 'phone', number: '988' })).toBe('regionMissing');
    expect(channelOf({ type: 'sms', number: '85258' })).toBe('regionMissing');
    expect(channelOf({ type: 'phone', number: '+0441234567' })).toBe('badNumber');
    expect(channelOf({ type: 'phone', number: '112;ext=1', region: 'GB' })).toBe('badNumber');
    expect(channelOf({ type: 'phone', number: '0800-CALL-NOW', region: 'GB' })).toBe('badNumber');
    expect(channelOf({ type: 'sms', number: '+4420794600001234' })).toBe('badNumber');
  });

  it('refuse ids and addresses that could break out of their link', () => {
    expect(channelOf({ type: 'slack', team: 'T012AB3C4', user: 'U0&x=1' })).toBe('badAddress');
    expect(channelOf({ type: 'slack', team: '../T0', user: 'U012AB' })).toBe('badAddress');
    expect(channelOf({ type: 'teams', address: 'a@b.c&message=x' })).toBe('badAddress');
    expect(channelOf({ type: 'webex', address: 7 })).not.toBeTypeOf('object');
    expect(channelOf({ type: 'booking', url: 'data:text/html,x' })).toBe('badLink');
  });

  it('clean their labels', () => {
    expect(channelOf({ type: 'link', url: 'https://example.com', label: '\u202eBook\u0000 ' })).toEqual({
      type: 'link',
      url: 'https://example.com',
      label: 'Book',
    });
  });
});
