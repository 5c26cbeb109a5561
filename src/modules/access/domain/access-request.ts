import { fail, failure, newId, ok, type GuildId, type ProjectId, type RequestId, type Result, type UserId } from '../../../shared';
import { reasonMissing } from './access-failures';
import { ACCESS_LEVELS, type AccessLevel } from './access-level';
import { parseDuration } from './duration';

export const REQUEST_LIVES_MS = 3 * 3_600_000;

/** What somebody asks the administrators of a project for. It is over after three hours, decided or not. */
export interface AccessRequest {
  readonly id: RequestId;
  readonly guildId: GuildId;
  /** Absent: there is no project of the name that was asked for, and nobody will answer. */
  readonly projectId?: ProjectId;
  readonly userId: UserId;
  readonly level: AccessLevel;
  readonly durationMs: number;
  readonly reason: string;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  /** Where it was asked. */
  readonly channelId?: string;
}

/** `lapsed`: its time is over, and nobody decided. */
export type RequestState = 'open' | 'approved' | 'denied' | 'lapsed';

export interface WantedAccess {
  readonly level: string;
  /** `90m`, `8h`, `3d`. */
  readonly duration: string;
  readonly reason: string;
}

/** Refused: GRANT.*. */
export function makeRequest({ guildId, userId, projectId, channelId }: Pick<AccessRequest, 'guildId' | 'userId'> & { readonly projectId?: ProjectId | undefined; readonly channelId?: string | undefined }, wanted: WantedAccess, now: Date): Result<AccessRequest> {
  const level = ACCESS_LEVELS.find((known) => known === wanted.level);
  if (!level) return fail(failure('GRANT.LEVEL', `Choose one of ${ACCESS_LEVELS.join(', ')}.`, 'level'));
  const reason = wanted.reason.trim();
  if (reason === '' || reason.length > 300) return fail(reasonMissing());
  const duration = parseDuration(wanted.duration);
  if (!duration.ok) return duration;
  return ok(Object.freeze({
    guildId, userId, id: newId<RequestId>('req'), level, durationMs: duration.value, reason, askedAt: now, expiresAt: new Date(now.getTime() + REQUEST_LIVES_MS),
    ...(projectId !== undefined && { projectId }), ...(channelId !== undefined && { channelId }),
  }));
}
