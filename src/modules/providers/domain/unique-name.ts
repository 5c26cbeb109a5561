import { createHash } from 'node:crypto';

/** How many characters `uniqueName` adds to a name. */
export const UNIQUE_SUFFIX_LENGTH = 9;

/** A name that nobody else has where names are shared by all customers: the resource's own, and a suffix that stays with the deployment. */
export function uniqueName(name: string, deployment: string): string {
  return `${name}-${createHash('sha256').update(deployment).digest('hex').slice(0, UNIQUE_SUFFIX_LENGTH - 1)}`;
}
