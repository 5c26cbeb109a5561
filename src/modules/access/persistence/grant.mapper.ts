import type { GrantId, ProjectId, UserId } from '../../../shared';
import type { AccessLevel } from '../domain/access-level';
import type { Grant } from '../domain/grant';
import type { GrantRow } from './grant.row';

export function toGrant(row: GrantRow): Grant {
  return Object.freeze({
    id: row.id as GrantId,
    projectId: row.projectId as ProjectId,
    holder: { kind: row.holderKind, id: row.holderId },
    level: row.level as AccessLevel,
    reason: row.reason,
    grantedBy: row.grantedBy as UserId,
    grantedAt: row.grantedAt,
    endsAt: row.endsAt,
    ...(row.channelId !== null && { channelId: row.channelId }),
  });
}

export function toGrantRow({ holder, channelId, ...grant }: Grant): GrantRow {
  return { ...grant, holderKind: holder.kind, holderId: holder.id, channelId: channelId ?? null, revokedAt: null, revokedBy: null, warnedAt: null, endToldAt: null };
}
