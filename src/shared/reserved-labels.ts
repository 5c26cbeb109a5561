/** The labels that every resource carries anyway: nobody else gives them. */
export const RESERVED_LABELS: readonly string[] = ['project', 'environment', 'session', 'deployment', 'owner', 'managed-by', 'expires-at'];
