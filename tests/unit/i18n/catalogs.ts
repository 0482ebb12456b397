import { readdirSync } from 'node:fs';
import type { Catalog, Message } from '../../../utils/i18n/translate.ts';

const FOLDER = new URL('../../../utils/i18n/en/', import.meta.url);

const isMessage = (value: unknown): value is Message =>
  typeof value === 'string' ||
  (typeof value === 'object' && value !== null && 'other' in value && Object.values(value).every(isText));
const isText = (value: unknown): value is string => typeof value === 'string';
const isCatalog = (value: unknown): value is Catalog =>
  typeof value === 'object' && value !== null && Object.values(value).every(isMessage);

/** The catalogs that a file exports; whatever else it exports is a fault. */
async function catalogsOf(file: string): Promise<[string, Catalog][]> {
  const exported: Record<string, unknown> = await import(new URL(file, FOLDER).href);
  return Object.entries(exported).map(([name, value]) => {
    if (!isCatalog(value)) throw new Error(`${file} exports ${name}, which is no catalog.`);
    return [name, value];
  });
}

/** All English catalogs, by the names that they are imported by. */
export async function englishCatalogs(): Promise<ReadonlyMap<string, Catalog>> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
  return new Map((await Promise.all(files.map(catalogsOf))).flat());
}

/** Each text of a message: one, or one for each plural form. */
export const textsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message).filter(isText);

/** Names of the values that a text asks for. */
export const placeholdersIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].toSorted();
