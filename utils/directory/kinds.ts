/** Kinds of resources, in the order in which they are shown. */
export const RESOURCE_KINDS = ['eap', 'service', 'guide', 'policy', 'helpline', 'crisis'] as const;

/** Days of a week, as the format writes them; Monday first, as ISO 8601 counts. */
export const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
