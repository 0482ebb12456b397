import { z } from 'zod';
import { country, day, id, language, line, link, prose } from '../directory/fields.ts';
import { EMERGENCY_SCOPES } from './helplines.ts';

const HELPLINES_FORMAT = 'earshot-helplines/1';

/** As dialled inside the country: never E.164, which short codes have no form in. */
const dialled = z.string().regex(/^\d{2,12}$/, 'badNumber');

const emergencyNumberSchema = z.strictObject({
  number: dialled,
  for: z.enum(EMERGENCY_SCOPES, 'unknownValue').optional(),
});

const channelSchema = z
  .strictObject({
    type: z.enum(['phone', 'sms'], 'unknownValue'),
    number: dialled,
    region: country,
    display: line(40).optional(),
  })
  .refine(({ number, display }) => display === undefined || display.replace(/[ -]/g, '') === number, {
    error: 'invalid',
    path: ['display'],
  });

const helplineSchema = z
  .strictObject({
    id,
    name: line(160),
    description: prose(400).optional(),
    channels: z.array(channelSchema).min(1, 'empty').max(4, 'tooMany'),
    languages: z.array(language).max(30, 'tooMany'),
    hours: line(200).optional(),
    cost: line(200).optional(),
    eligibility: line(400).optional(),
    source: link,
    verified: day.optional(),
    reviewBy: day.optional(),
  })
  .refine(({ verified, reviewBy }) => (verified === undefined) === (reviewBy === undefined), {
    error: 'missing',
    path: ['reviewBy'],
  });

const countryHelpSchema = z.strictObject({
  emergency: z.array(emergencyNumberSchema).min(1, 'empty').max(4, 'tooMany'),
  emergencySource: link,
  emergencyVerified: day.optional(),
  lines: z.array(helplineSchema).max(10, 'tooMany'),
});

/** `public/helplines.json`, strictly: it is our own file, and a misspelt key would lose a fact. */
export const helplinesSchema = z.strictObject({
  format: z.literal(HELPLINES_FORMAT, 'unknownValue'),
  countries: z.record(country, countryHelpSchema),
});
