/** What a grant allows, each level including those before it. */
export const ACCESS_LEVELS = ['READ', 'DEPLOY', 'ADMIN'] as const;
export type AccessLevel = (typeof ACCESS_LEVELS)[number];

export function includesLevel(held: AccessLevel, needed: AccessLevel): boolean {
  return ACCESS_LEVELS.indexOf(held) >= ACCESS_LEVELS.indexOf(needed);
}
