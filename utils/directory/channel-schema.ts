import { z } from 'zod';
import { country, line, link, mailbox } from './fields.ts';

const label = line(80).optional();

/**
 * Without the white space and punctuation that people write into telephone numbers, and without the zero of
 * `+44 (0)20 …`, which is dialled only inside the country.
 */
const withoutPunctuation = (number: string): string =>
  number.replace(/^(\s*\+[\s\d]*)\(0\)/, '$1').replace(/[\s().\-\u2010-\u2015]/g, '');

/**
 * E.164 (`+442079460000`), or a number as it is dialled inside one country (`988`, `116123`), which
 * then needs its `region`.
 */
const number = z
  .string()
  .max(40, { error: 'tooLong', abort: true })
  .overwrite(withoutPunctuation)
  .regex(/^(?:\+[1-9]\d{4,14}|\d{2,12})$/, 'badNumber');

const hasRegionIfShort = (channel: { number: string; region?: string | undefined }): boolean =>
  channel.number.startsWith('+') || channel.region !== undefined;
const regionMissing = { error: 'regionMissing', path: ['region'] };

const phone = z
  .object({ type: z.literal('phone'), number, region: country.optional(), label })
  .refine(hasRegionIfShort, regionMissing);
const sms = z
  .object({ type: z.literal('sms'), number, region: country.optional(), label })
  .refine(hasRegionIfShort, regionMissing);

/** One way to reach an ally or a resource. */
export const channelSchema = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('email'), address: mailbox, label }),
    phone,
    sms,
    z.object({
      type: z.literal('slack'),
      team: z.string().regex(/^[TE][A-Z0-9]{2,20}$/, 'badAddress'),
      user: z.string().regex(/^[UW][A-Z0-9]{2,20}$/, 'badAddress'),
      label,
    }),
    z.object({ type: z.literal('teams'), address: mailbox, label }),
    z.object({ type: z.literal('webex'), address: mailbox, label }),
    z.object({ type: z.literal('booking'), url: link, label }),
    z.object({ type: z.literal('link'), url: link, label }),
  ],
  { error: 'unknownValue' },
);
export type Channel = z.infer<typeof channelSchema>;
