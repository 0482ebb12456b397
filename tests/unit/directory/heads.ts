import type { DirectoryHead } from '../../../utils/directory/read.ts';

/** A directory's head without any record, with whatever a test is about put in its place. */
export const headWith = (changes: Partial<DirectoryHead>): DirectoryHead => ({
  format: 'earshot-directory/1',
  environment: 'production',
  serial: 1,
  issued: '2026-11-20T09:00:00Z',
  organization: { name: 'Northwind' },
  parts: [],
  program: { statements: [] },
  sites: [],
  resources: [],
  events: [],
  ...changes,
});
