import { fail, failure, newId, ok, type GrantId, type ProjectId, type Result, type UserId } from '../../../shared';
import { reasonMissing } from './access-failures';
import { ACCESS_LEVELS, type AccessLevel } from './access-level';
import type { Actor } from './actor';
import { parseDuration } from './duration';

export const DEFAULT_GRANT_HOURS = 8;

/** A person, or everybody who has a role at the moment of asking. */
export interface GrantHolder {
  readonly kind: 'user' | 'role';
  /** The chat system's own id. */
  readonly id: string;
}

/** A level on a project, until it ends or is revoked. Several may overlap: the highest one alive counts. */
export interface Grant {
  readonly id: GrantId;
  readonly projectId: ProjectId;
  readonly holder: GrantHolder;
  readonly level: AccessLevel;
  readonly reason: string;
  readonly grantedBy: UserId;
  readonly grantedAt: Date;
  readonly endsAt: Date;
  /** Where its holder is told of its end. */
  readonly channelId?: string;
}

/** Whether a grant to this holder would be the actor's own. What a manager of the guild gives to a role raises nobody who gives it: they hold everything already. */
export function isOwn(holder: GrantHolder, { guildId, userId, roleIds, isGuildManager }: Actor): boolean {
  if (holder.kind === 'user') return holder.id === userId;
  return !isGuildManager && [guildId as string, ...roleIds].includes(holder.id);
}

export interface GrantRequest {
  readonly projectId: ProjectId;
  readonly holder: GrantHolder;
  readonly level: string;
  /** `90m`, `8h`, `3d`; absent: 8 hours. */
  readonly duration?: string;
  readonly reason: string;
  readonly grantedBy: UserId;
  readonly channelId?: string;
  readonly now: Date;
}

export function makeGrant(request: GrantRequest): Result<Grant> {
  const level = ACCESS_LEVELS.find((known) => known === request.level);
  if (!level) return fail(failure('GRANT.LEVEL', `Choose one of ${ACCESS_LEVELS.join(', ')}.`, 'level'));
  const reason = request.reason.trim();
  if (reason === '' || reason.length > 300) return fail(reasonMissing());
  const duration = parseDuration(request.duration ?? `${DEFAULT_GRANT_HOURS}h`);
  if (!duration.ok) return duration;
  const { projectId, holder, grantedBy, channelId, now } = request;
  return ok(Object.freeze({ id: newId<GrantId>('grt'), projectId, holder, level, reason, grantedBy, grantedAt: now, endsAt: new Date(now.getTime() + duration.value), ...(channelId !== undefined && { channelId }) }));
}
