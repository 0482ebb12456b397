import { type Policy, policySchema } from './schema.ts';

/** What an administrator set, and the names of values that had to be left out. */
export interface PolicyReading {
  policy: Policy;
  faults: string[];
}

/**
 * Reads managed storage, key by key: one bad value doesn't void the others. Firefox enforces no schema, and
 * Chromium publishes nothing of a value that doesn't conform, so the same parse runs on both.
 */
export function readPolicy(managed: unknown): PolicyReading {
  const policy: Policy = {};
  const faults: string[] = [];
  if (typeof managed !== 'object' || managed === null) return { policy, faults };
  for (const [key, schema] of Object.entries(policySchema.shape)) {
    const value: unknown = Reflect.get(managed, key);
    if (value === undefined) continue;
    const parsed = schema.safeParse(value);
    if (parsed.success) Object.assign(policy, { [key]: parsed.data });
    else faults.push(key);
  }
  return { policy, faults };
}
