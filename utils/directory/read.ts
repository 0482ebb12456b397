import { failure, type Result, success } from '../core/result.ts';
import type { RejectionCode } from './fields.ts';
import { quickReader } from './quick.ts';
import { isObject, type RecordReader, readerOf, readItems, readList, withChannels } from './records.ts';
import { FIRST_FAULT, faultOf, type Rejections } from './rejections.ts';
import {
  type Ally,
  allySchema,
  type DirectoryEvent,
  type Envelope,
  envelopeSchema,
  eventSchema,
  type Program,
  programSchema,
  type Resource,
  resourceSchema,
  type Site,
  siteSchema,
} from './schema.ts';

/**
 * Which reader made a stored copy. Counted up whenever the same document would be read differently, so that
 * what is stored is read afresh.
 */
export const READER = 1;

/** Everything in a directory but its allies, which may be many and are kept in blocks. */
export interface DirectoryHead extends Envelope {
  program: Program;
  sites: Site[];
  resources: Resource[];
  events: DirectoryEvent[];
}

/** Why a document isn't a directory. `field` names the part that gave it away. */
export interface NotADirectory {
  field: string;
  code: RejectionCode;
}

const STATEMENTS_READ = 50;
const { lead, statements, confidentiality, volunteer, feedback } = programSchema.shape;
const readLead = withChannels(lead.unwrap().omit({ channels: true }));
const readStatement = readerOf(statements.unwrap().element);
const readConfidentiality = readerOf(confidentiality.unwrap());
const readVolunteer = withChannels(volunteer.unwrap().omit({ channels: true }));
const readFeedback = withChannels(feedback.unwrap().omit({ channels: true }));
const readSite = readerOf(siteSchema);
const readResource = withChannels(resourceSchema.omit({ channels: true }));
const readEvent = withChannels(eventSchema.omit({ channels: true }));
const readFaultlessAlly = quickReader(allySchema);
const readAllyWithoutPhoto = withChannels(allySchema.omit({ channels: true, photo: true }));

/** Reads an ally. A photo that can't be used is set aside by itself. */
const readAlly: RecordReader<Ally> = (raw, path, rejections) => {
  const faultless = readFaultlessAlly(raw);
  if (faultless !== undefined) return faultless;
  const ally = readAllyWithoutPhoto(raw, path, rejections);
  if (ally === undefined || !isObject(raw) || raw.photo === undefined) return ally;
  const photo = allySchema.shape.photo.safeParse(raw.photo, FIRST_FAULT);
  if (photo.success) return { ...ally, photo: photo.data };
  rejections.add(`${path}.photo`, 'badPhoto');
  return ally;
};

function readProgram(value: unknown, rejections: Rejections): Program {
  if (value === undefined) return { statements: [] };
  if (!isObject(value)) {
    rejections.add('program', 'wrongType');
    return { statements: [] };
  }
  const section = <Section>(key: string, read: RecordReader<Section>): Section | undefined =>
    value[key] === undefined ? undefined : read(value[key], `program.${key}`, rejections);
  const lead = section('lead', readLead);
  const confidentiality = section('confidentiality', readConfidentiality);
  const volunteer = section('volunteer', readVolunteer);
  const feedback = section('feedback', readFeedback);
  return {
    ...(lead && { lead }),
    statements: readItems(value.statements, 'program.statements', readStatement, rejections, STATEMENTS_READ),
    ...(confidentiality && { confidentiality }),
    ...(volunteer && { volunteer }),
    ...(feedback && { feedback }),
  };
}

/**
 * Reads a document's envelope and everything but its allies. Bad records are set aside in `rejections`;
 * a document whose envelope can't be read is refused whole, and so is one whose allies aren't a list: it
 * would otherwise empty a good copy.
 */
export function readHead(document: unknown, rejections: Rejections): Result<DirectoryHead, NotADirectory> {
  if (!isObject(document)) return failure({ field: '', code: 'wrongType' });
  const envelope = envelopeSchema.safeParse(document, FIRST_FAULT);
  if (!envelope.success) {
    const { path, code } = faultOf(envelope.error);
    return failure({ field: path.replace(/^\./, ''), code });
  }
  if (document.allies !== undefined && !Array.isArray(document.allies)) {
    return failure({ field: 'allies', code: 'notAList' });
  }
  const { organization } = document;
  if (isObject(organization) && organization.homepage !== undefined) {
    if (envelope.data.organization.homepage === undefined) rejections.add('organization.homepage', 'badLink');
  }
  return success({
    ...envelope.data,
    program: readProgram(document.program, rejections),
    sites: readList(document.sites, 'sites', readSite, rejections),
    resources: readList(document.resources, 'resources', readResource, rejections),
    events: readList(document.events, 'events', readEvent, rejections),
  });
}

/**
 * Reads a list of allies: the document's own, or one part's. A site that is not in `sites` is reported;
 * the ally stays, and counts as one without a site.
 *
 * @param path where the list stands, for `rejections`
 */
export function readAllies(
  value: unknown,
  path: string,
  sites: ReadonlySet<string>,
  rejections: Rejections,
): Ally[] {
  const readPlaced: RecordReader<Ally> = (raw, at) => {
    const ally = readAlly(raw, at, rejections);
    if (ally?.site !== undefined && !sites.has(ally.site)) rejections.add(`${at}.site`, 'unknownSite');
    return ally;
  };
  return readList(value, path, readPlaced, rejections);
}
