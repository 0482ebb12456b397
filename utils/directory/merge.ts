import { fold } from '../core/fold.ts';
import type { DirectoryHead } from './read.ts';
import type { AllyRow } from './row.ts';
import type { DirectoryEvent, Program, Resource, Site } from './schema.ts';

/** Several directories' heads as one. */
export interface MergedHead {
  sites: Map<string, Site>;
  /** With the address of the directory that each comes from. */
  resources: (Resource & { url: string })[];
  events: DirectoryEvent[];
  programs: { organization: string; program: Program }[];
  /** `test` if any of them is. */
  environment: 'production' | 'test';
}

/** What tells two records apart: neither an id nor a name holds a line break. */
const markOf = ({ id, name }: { id: string; name: string }): string => `${id}\n${fold(name)}`;

/** Puts heads together in their order: of two sites, resources or events that are the same, the first counts. */
export function mergeHeads(heads: readonly { url: string; head: DirectoryHead }[]): MergedHead {
  const sites = new Map<string, Site>();
  const resources = new Map<string, Resource & { url: string }>();
  const events = new Map<string, DirectoryEvent>();
  for (const { url, head } of heads) {
    for (const site of head.sites) if (!sites.has(site.id)) sites.set(site.id, site);
    for (const resource of head.resources) {
      const mark = markOf(resource);
      if (!resources.has(mark)) resources.set(mark, { ...resource, url });
    }
    for (const event of head.events) if (!events.has(markOf(event))) events.set(markOf(event), event);
  }
  return {
    sites,
    resources: [...resources.values()],
    events: [...events.values()],
    programs: heads.map(({ head }) => ({ organization: head.organization.name, program: head.program })),
    environment: heads.some(({ head }) => head.environment === 'test') ? 'test' : 'production',
  };
}

const emailOf = ({ channels }: AllyRow): string | undefined => {
  const email = channels.find((channel) => channel.type === 'email');
  return email?.type === 'email' ? email.address.toLowerCase() : undefined;
};

/**
 * Puts several directories' allies together. Whoever was in an earlier one, by id and name or by email, is
 * left out of a later one; within one directory ids are unique but for parts, of which the first counts.
 */
export function mergeRows(rowsBySource: readonly (readonly AllyRow[])[]): AllyRow[] {
  const keys = new Set<string>();
  const earlier = new Set<string>();
  const merged: AllyRow[] = [];
  for (const rows of rowsBySource) {
    const marks: string[] = [];
    for (const row of rows) {
      if (keys.has(row.key)) continue;
      keys.add(row.key);
      if (rowsBySource.length > 1) {
        const email = emailOf(row);
        const own = [markOf(row), ...(email === undefined ? [] : [email])];
        if (own.some((mark) => earlier.has(mark))) continue;
        marks.push(...own);
      }
      merged.push(row);
    }
    for (const mark of marks) earlier.add(mark);
  }
  return merged;
}
