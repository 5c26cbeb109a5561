import { fail, failure, newId, ok, type GrantId, type ProjectId, type Result, type UserId } from '../../../shared';
import { ACCESS_LEVELS, type AccessLevel } from './access-level';

export const DEFAULT_GRANT_HOURS = 8;
export const MAX_GRANT_DAYS = 30;

/** A level on a project for one person, until it ends. */
export interface Grant {
  readonly id: GrantId;
  readonly projectId: ProjectId;
  readonly userId: UserId;
  readonly level: AccessLevel;
  readonly reason: string;
  readonly grantedBy: UserId;
  readonly grantedAt: Date;
  readonly endsAt: Date;
}

export interface GrantRequest {
  readonly projectId: ProjectId;
  readonly userId: UserId;
  readonly level: string;
  /** `90m`, `8h`, `3d`; absent: 8 hours. */
  readonly duration?: string;
  readonly reason: string;
  readonly grantedBy: UserId;
  readonly now: Date;
}

export function makeGrant(request: GrantRequest): Result<Grant> {
  const level = ACCESS_LEVELS.find((known) => known === request.level);
  if (!level) return fail(failure('GRANT.LEVEL', `Choose one of ${ACCESS_LEVELS.join(', ')}.`, 'level'));
  const reason = request.reason.trim();
  if (reason === '' || reason.length > 300) return fail(failure('GRANT.REASON', 'Say why, in 1 to 300 characters: it stays in the history.', 'reason'));
  const duration = parseDuration(request.duration ?? `${DEFAULT_GRANT_HOURS}h`);
  if (!duration.ok) return duration;
  const { projectId, userId, grantedBy, now } = request;
  return ok(Object.freeze({ id: newId<GrantId>('grt'), projectId, userId, level, reason, grantedBy, grantedAt: now, endsAt: new Date(now.getTime() + duration.value) }));
}

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of `90m`, `2h` or `3d`. */
function parseDuration(text: string): Result<number> {
  const match = /^(\d{1,6})([mhd])$/.exec(text.trim());
  const ms = match ? Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS] : 0;
  if (ms <= 0) return fail(failure('GRANT.DURATION', 'Give the duration as a number and m, h or d, such as `90m`, `2h` or `3d`.', 'duration'));
  if (ms > MAX_GRANT_DAYS * UNIT_MS.d) return fail(failure('GRANT.DURATION', `A grant lasts at most ${MAX_GRANT_DAYS} days: give \`${MAX_GRANT_DAYS}d\` or less.`, 'duration'));
  return ok(ms);
}
