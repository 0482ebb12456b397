import type { z } from 'zod';
import { failure, type Result, success } from '../core/result.ts';
import { type Channel, channelSchema } from './channel-schema.ts';
import { REJECTION_CODES, type RejectionCode } from './fields.ts';
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

/** A record that was set aside: where it stands in the document and why it can't be used. */
export interface Rejection {
  /** As `allies[3].name`. */
  path: string;
  code: RejectionCode;
}

/** Everything in a directory but its allies, which may be many and are kept in blocks. */
export interface DirectoryHead extends Envelope {
  program: Program;
  sites: Site[];
  resources: Resource[];
  events: DirectoryEvent[];
}

/** Rejections beyond this many are counted, not kept. */
export const REJECTIONS_KEPT = 200;

/** Collects rejections up to `REJECTIONS_KEPT`, and counts them all. */
export class Rejections {
  readonly kept: Rejection[] = [];
  count = 0;

  add(path: string, code: RejectionCode): void {
    this.count += 1;
    if (this.kept.length < REJECTIONS_KEPT) this.kept.push({ path, code });
  }
}

const isCode = (message: string): message is RejectionCode =>
  (REJECTION_CODES as readonly string[]).includes(message);

function codeOf(issue: z.core.$ZodIssue): RejectionCode {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'missing' : 'wrongType';
  return isCode(issue.message) ? issue.message : 'invalid';
}

const keyPath = (keys: readonly PropertyKey[]): string =>
  keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');

function addIssue(rejections: Rejections, path: string, error: z.core.$ZodError): void {
  const issue = error.issues[0];
  if (issue === undefined) rejections.add(path, 'invalid');
  else rejections.add(`${path}${keyPath(issue.path)}`, codeOf(issue));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The channels that can be used; each other one is set aside by itself, so that an unknown kind costs no ally. */
function readChannels(value: unknown, path: string, rejections: Rejections): Channel[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    rejections.add(path, 'notAList');
    return [];
  }
  const channels: Channel[] = [];
  for (const [index, item] of value.slice(0, 20).entries()) {
    const parsed = channelSchema.safeParse(item, { reportInput: true });
    if (parsed.success) channels.push(parsed.data);
    else addIssue(rejections, `${path}[${index}]`, parsed.error);
  }
  if (value.length > 20) rejections.add(path, 'tooMany');
  return channels;
}

/** A copy of a raw record in which parts that can be spared are set aside, so that they don't take the record along. */
function withoutSpareFaults(raw: unknown, path: string, rejections: Rejections): unknown {
  if (!isObject(raw)) return raw;
  const spared: Record<string, unknown> = { ...raw };
  if ('channels' in raw) spared.channels = readChannels(raw.channels, `${path}.channels`, rejections);
  if (raw.photo !== undefined && !allySchema.shape.photo.safeParse(raw.photo).success) {
    rejections.add(`${path}.photo`, 'badPhoto');
    delete spared.photo;
  }
  return spared;
}

/** Reads a list record by record. A bad record, or one whose id was there before, is set aside. */
function readList<Schema extends z.ZodType<{ id: string }>>(
  value: unknown,
  path: string,
  schema: Schema,
  rejections: Rejections,
): z.infer<Schema>[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    rejections.add(path, 'notAList');
    return [];
  }
  const seen = new Set<string>();
  const records: z.infer<Schema>[] = [];
  for (const [index, raw] of value.entries()) {
    const at = `${path}[${index}]`;
    const parsed = schema.safeParse(withoutSpareFaults(raw, at, rejections), { reportInput: true });
    if (!parsed.success) addIssue(rejections, at, parsed.error);
    else if (seen.has(parsed.data.id)) rejections.add(`${at}.id`, 'duplicate');
    else {
      seen.add(parsed.data.id);
      records.push(parsed.data);
    }
  }
  return records;
}

function readProgram(value: unknown, rejections: Rejections): Program {
  const program: Program = { statements: [] };
  if (!isObject(value)) {
    if (value !== undefined) rejections.add('program', 'wrongType');
    return program;
  }
  const section = <Key extends 'lead' | 'confidentiality' | 'volunteer' | 'feedback'>(key: Key): void => {
    if (value[key] === undefined) return;
    const path = `program.${key}`;
    const parsed = programSchema.shape[key].safeParse(withoutSpareFaults(value[key], path, rejections), {
      reportInput: true,
    });
    if (parsed.success) Object.assign(program, { [key]: parsed.data });
    else addIssue(rejections, path, parsed.error);
  };
  section('lead');
  section('confidentiality');
  section('volunteer');
  section('feedback');
  const statements = value.statements ?? [];
  if (!Array.isArray(statements)) rejections.add('program.statements', 'notAList');
  else {
    const statementSchema = programSchema.shape.statements.unwrap().element;
    for (const [index, raw] of statements.slice(0, 50).entries()) {
      const parsed = statementSchema.safeParse(raw, { reportInput: true });
      if (parsed.success) program.statements.push(parsed.data);
      else addIssue(rejections, `program.statements[${index}]`, parsed.error);
    }
  }
  return program;
}

/** Why a document isn't a directory. `field` names the part that gave it away. */
export interface NotADirectory {
  field: string;
  code: RejectionCode;
}

/**
 * Reads a document's envelope and everything but its allies. Bad records are set aside in `rejections`;
 * a document whose envelope can't be read is refused whole.
 */
export function readHead(document: unknown, rejections: Rejections): Result<DirectoryHead, NotADirectory> {
  if (!isObject(document)) return failure({ field: '', code: 'wrongType' });
  const envelope = envelopeSchema.safeParse(document, { reportInput: true });
  if (!envelope.success) {
    const issue = envelope.error.issues[0];
    return failure({
      field: keyPath(issue?.path ?? []).replace(/^\./, ''),
      code: issue === undefined ? 'invalid' : codeOf(issue),
    });
  }
  return success({
    ...envelope.data,
    program: readProgram(document.program, rejections),
    sites: readList(document.sites, 'sites', siteSchema, rejections),
    resources: readList(document.resources, 'resources', resourceSchema, rejections),
    events: readList(document.events, 'events', eventSchema, rejections),
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
  const allies = readList(value, path, allySchema, rejections);
  for (const ally of allies) {
    if (ally.site !== undefined && !sites.has(ally.site))
      rejections.add(`${path}(${ally.id}).site`, 'unknownSite');
  }
  return allies;
}
