import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../../../scripts/schemas.ts';
import { policySchema } from '../../../utils/settings/schema.ts';

const managed: unknown = JSON.parse(
  generatedFiles().find(({ path }) => path === 'public/managed_schema.json')?.text ?? 'null',
);

/** Every key of an object and of what is in it, but for names of properties. */
function keywords(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(keywords);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    key,
    ...(key === 'properties' ? Object.values(value).flatMap(keywords) : keywords(value)),
  ]);
}

describe('the managed schema', () => {
  it('is an object at its top, as Chromium wants it', () => {
    expect(managed).toMatchObject({ type: 'object' });
  });

  it('has each key of policy, with a type', () => {
    const properties: unknown = Reflect.get(Object(managed), 'properties');
    expect(Object.keys(Object(properties)).toSorted()).toEqual(Object.keys(policySchema.shape).toSorted());
    for (const property of Object.values(Object(properties))) {
      expect(property).toMatchObject({ type: expect.stringMatching(/^(string|integer|array)$/) });
    }
  });

  it('uses no keyword that would stop Chromium from loading the extension', () => {
    expect([...new Set(keywords(managed))].toSorted()).toEqual(['items', 'properties', 'required', 'type']);
  });
});
