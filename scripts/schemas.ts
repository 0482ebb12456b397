import { z } from 'zod';
import { directorySchema } from '../utils/directory/schema.ts';
import { policySchema } from '../utils/settings/schema.ts';

/** A file that is made from the zod schemas, and what must be in it. */
export interface GeneratedFile {
  path: string;
  text: string;
}

const jsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

/**
 * What Chromium's managed storage understands of JSON Schema: types, enums and their nesting. A keyword that
 * it doesn't know would stop the extension from loading.
 */
function forPolicy(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(forPolicy);
  if (typeof node !== 'object' || node === null) return node;
  const kept = ['type', 'properties', 'items', 'enum', 'description', 'title', 'required'];
  const entries = Object.entries(node).filter(([key]) => kept.includes(key));
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      key === 'properties' && typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, forPolicy(schema)]))
        : key === 'items'
          ? forPolicy(value)
          : value,
    ]),
  );
}

const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The managed schema and the publishers' JSON Schema, as they must stand in the repository. */
export function generatedFiles(): GeneratedFile[] {
  return [
    { path: 'public/managed_schema.json', text: asText(forPolicy(jsonSchema(policySchema))) },
    {
      path: 'docs/directory.schema.json',
      text: asText({ title: 'Earshot directory, format 1', ...jsonSchema(directorySchema) }),
    },
  ];
}
