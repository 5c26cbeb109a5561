import { randomBytes } from 'node:crypto';

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** A Discord server: the tenant. */
export type GuildId = Id<'Guild'>;
/** A person, by the id their chat system gives them. */
export type UserId = Id<'User'>;
export type ProjectId = Id<'Project'>;
export type SessionId = Id<'Session'>;
export type DeploymentId = Id<'Deployment'>;
export type PlanId = Id<'Plan'>;
export type RunId = Id<'Run'>;
export type GrantId = Id<'Grant'>;
export type RequestId = Id<'Request'>;
export type ChangeId = Id<'Change'>;

// Crockford's base 32: no letters that read like digits.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id such as `ses_4k7m2x9q0tbv`: 60 random bits behind a readable prefix. */
export function newId<T extends Id<string>>(prefix: string): T {
  const letters = Array.from(randomBytes(12), (byte) => ALPHABET[byte % 32]);
  return `${prefix}_${letters.join('')}` as T;
}
