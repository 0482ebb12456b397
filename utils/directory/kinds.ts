/** Kinds of resources, in the order in which they are shown. */
export const RESOURCE_KINDS = ['eap', 'service', 'guide', 'policy', 'helpline', 'crisis'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];
