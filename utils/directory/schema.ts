import { z } from 'zod';
import { channelSchema } from './channel-schema.ts';
import {
  country,
  day,
  id,
  instant,
  language,
  line,
  link,
  list,
  photo,
  prose,
  timeOfDay,
  timeZone,
} from './fields.ts';
import { RESOURCE_KINDS, WEEKDAYS } from './kinds.ts';

const DIRECTORY_FORMAT = 'earshot-directory/1';

const channels = list(channelSchema, 20);

export const siteSchema = z.object({
  id,
  name: line(100),
  country,
  timeZone,
  geo: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
});
export type Site = z.infer<typeof siteSchema>;

/** A weekly span of hours on the wall clock of the ally's zone. An end before the start is on the day after. */
const weeklyHoursSchema = z.object({
  days: z.array(z.enum(WEEKDAYS, 'unknownValue')).min(1, 'empty').max(7, 'tooMany'),
  start: timeOfDay,
  end: timeOfDay,
});
export type WeeklyHours = z.infer<typeof weeklyHoursSchema>;

const awaySchema = z.object({ from: day, to: day });
const trainingSchema = z.object({ name: line(120), completed: day.optional(), expires: day.optional() });

export const allySchema = z.object({
  id,
  name: line(120),
  pronouns: line(40).optional(),
  photo: photo.optional(),
  title: line(120).optional(),
  team: line(120).optional(),
  site: id.optional(),
  place: line(120).optional(),
  languages: list(language, 40),
  topics: list(line(60), 40),
  about: prose(2000).optional(),
  hours: list(weeklyHoursSchema, 50),
  timeZone: timeZone.optional(),
  away: list(awaySchema, 100),
  accepting: z.boolean().default(true),
  training: list(trainingSchema, 40),
  consented: day.optional(),
  channels,
});
export type Ally = z.infer<typeof allySchema>;

export const resourceSchema = z.object({
  id,
  kind: z.enum(RESOURCE_KINDS, 'unknownValue'),
  name: line(160),
  description: prose(2000).optional(),
  channels,
  countries: list(country, 250),
  sites: list(id, 1000),
  languages: list(language, 100),
  hours: line(200).optional(),
  cost: line(200).optional(),
  eligibility: line(400).optional(),
  source: link.optional(),
  verified: day.optional(),
  reviewBy: day.optional(),
});
export type Resource = z.infer<typeof resourceSchema>;

const isZonedDateTime = (text: string): boolean => {
  try {
    Temporal.ZonedDateTime.from(text);
    return true;
  } catch {
    return false;
  }
};
const isDuration = (text: string): boolean => {
  try {
    return Temporal.Duration.from(text).sign >= 0;
  } catch {
    return false;
  }
};

export const eventSchema = z.object({
  id,
  name: line(160),
  /** RFC 9557, as `2026-12-03T12:00:00+00:00[Europe/London]`. */
  start: z.string().max(80, { error: 'tooLong', abort: true }).refine(isZonedDateTime, 'badDate'),
  /** ISO 8601, as `PT1H`. */
  duration: z.string().max(40, { error: 'tooLong', abort: true }).refine(isDuration, 'badTime').optional(),
  sites: list(id, 1000),
  description: prose(2000).optional(),
  channels,
});
export type DirectoryEvent = z.infer<typeof eventSchema>;

const statementSchema = z.object({
  by: line(120),
  role: line(120).optional(),
  text: prose(2000),
  date: day.optional(),
});
const invitationSchema = z.object({ text: prose(2000), channels });

export const programSchema = z.object({
  lead: z.object({ name: line(120), channels }).optional(),
  statements: list(statementSchema, 50),
  confidentiality: prose(4000).optional(),
  volunteer: invitationSchema.optional(),
  feedback: invitationSchema.optional(),
});
export type Program = z.infer<typeof programSchema>;

/** A file of allies, named by its own content's hash. */
const partSchema = z.object({
  /** Relative to the directory's address, or absolute on its origin; percent-encoded (RFC 3986). */
  path: z
    .string()
    .min(1, 'empty')
    .max(500, { error: 'tooLong', abort: true })
    .regex(/^[!-~]+$/, 'badLink'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'),
  count: z.int().min(0).max(1_000_000),
});
export type Part = z.infer<typeof partSchema>;

/** What makes a document a directory at all. Whatever fails here changes nothing. */
export const envelopeSchema = z.object({
  format: z.literal(DIRECTORY_FORMAT, 'unknownValue'),
  environment: z.enum(['production', 'test'], 'unknownValue').default('production'),
  serial: z.int().min(0),
  issued: instant,
  expires: instant.optional(),
  organization: z.object({ name: line(160), homepage: link.optional().catch(undefined) }),
  parts: list(partSchema, 2000),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** The whole document, as a publisher should write it. Reading is more tolerant: see `read.ts`. */
export const directorySchema = envelopeSchema.extend({
  program: programSchema.optional(),
  sites: list(siteSchema, 5000),
  allies: z.array(allySchema).default([]),
  resources: list(resourceSchema, 2000),
  events: list(eventSchema, 2000),
});
