import type { GrantId } from '../../../shared';
import { includesLevel, type AccessLevel } from './access-level';
import type { Actor } from './actor';
import type { Grant } from './grant';

/** What somebody may do on a project at one moment, and by what. */
export interface HeldLevel {
  readonly level: AccessLevel;
  /** When it ends; absent for who manages the guild. */
  readonly endsAt?: Date;
  /** The grants that give this level; none for who manages the guild. */
  readonly grantIds: readonly GrantId[];
}

/** The highest level of these grants, all alive, lasts as long as the last of those that give it. Undefined: nothing is held. */
export function heldLevel(actor: Pick<Actor, 'isGuildManager'>, grants: readonly Grant[]): HeldLevel | undefined {
  if (actor.isGuildManager) return { level: 'ADMIN', grantIds: [] };
  const highest = grants.reduce<AccessLevel | undefined>((so, { level }) => (so && includesLevel(so, level) ? so : level), undefined);
  if (!highest) return undefined;
  const giving = grants.filter(({ level }) => level === highest);
  return { level: highest, endsAt: new Date(Math.max(...giving.map(({ endsAt }) => endsAt.getTime()))), grantIds: giving.map(({ id }) => id) };
}
