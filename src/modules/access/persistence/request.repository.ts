import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import type { GrantId, ProjectId, RequestId, UserId } from '../../../shared';
import type { AccessRequest, RequestState } from '../domain/access-request';

/** A request, and what has become of it. */
export interface StoredRequest {
  readonly request: AccessRequest;
  readonly state: RequestState;
  readonly decidedBy?: UserId;
  readonly grantId?: GrantId;
}

type Row = Omit<AccessRequest, 'projectId' | 'channelId' | 'durationMs'> & { projectId: ProjectId | null; channelId: string | null; durationMs: string; state: RequestState; decidedBy: UserId | null; grantId: GrantId | null };

const COLUMNS = `id, guild_id AS "guildId", project_id AS "projectId", user_id AS "userId", level, duration_ms AS "durationMs", reason, asked_at AS "askedAt", expires_at AS "expiresAt", channel_id AS "channelId",
  state, decided_by AS "decidedBy", grant_id AS "grantId"`;
const OPEN = `state = 'open' AND expires_at > clock_timestamp()`;

@Injectable()
export class RequestRepository {
  constructor(private readonly transaction: Transaction) {}

  async add({ id, guildId, projectId, userId, level, durationMs, reason, askedAt, expiresAt, channelId }: AccessRequest): Promise<void> {
    await this.transaction.manager.query(
      `INSERT INTO access_request (id, guild_id, project_id, user_id, level, duration_ms, reason, asked_at, expires_at, channel_id, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open')`,
      [id, guildId, projectId ?? null, userId, level, durationMs, reason, askedAt, expiresAt, channelId ?? null],
    );
  }

  /** Undefined where it is decided, or over by the database's clock. */
  async findOpen(id: RequestId): Promise<AccessRequest | undefined> {
    const [row] = await this.transaction.manager.query<Row[]>(`SELECT ${COLUMNS} FROM access_request WHERE id = $1 AND ${OPEN}`, [id]);
    return row && stored(row).request;
  }

  /** Whatever has become of it. */
  async find(id: RequestId): Promise<StoredRequest | undefined> {
    const [row] = await this.transaction.manager.query<Row[]>(`SELECT ${COLUMNS} FROM access_request WHERE id = $1`, [id]);
    return row && stored(row);
  }

  /** Those of these projects that wait for a decision, the next to lapse first. */
  async openOf(projectIds: readonly ProjectId[], limit: number): Promise<readonly AccessRequest[]> {
    const rows = await this.transaction.manager.query<Row[]>(`SELECT ${COLUMNS} FROM access_request WHERE project_id = ANY ($1) AND ${OPEN} ORDER BY expires_at LIMIT $2`, [[...projectIds], limit]);
    return rows.map((row) => stored(row).request);
  }

  /** True where it is open, and stays so for whoever asks until the surrounding transaction ends. */
  async hold(id: RequestId): Promise<boolean> {
    const rows = await this.transaction.manager.query<object[]>(`SELECT id FROM access_request WHERE id = $1 AND ${OPEN} FOR UPDATE`, [id]);
    return rows.length === 1;
  }

  /** What is held is decided. */
  async decide(id: RequestId, by: UserId, grantId?: GrantId): Promise<void> {
    await this.transaction.manager.query('UPDATE access_request SET state = $3, decided_by = $2, grant_id = $4 WHERE id = $1', [id, by, grantId ? 'approved' : 'denied', grantId ?? null]);
  }

  /** Ends those whose time is over, each of them handed out once, ever. */
  async takeLapsed(limit: number): Promise<readonly AccessRequest[]> {
    const [rows] = await this.transaction.manager.query<[Row[], number]>(
      `UPDATE access_request SET state = 'lapsed' WHERE id IN (SELECT id FROM access_request WHERE state = 'open' AND expires_at <= clock_timestamp() ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING ${COLUMNS}`,
      [limit],
    );
    return rows.map((row) => stored(row).request);
  }
}

function stored({ state, decidedBy, grantId, projectId, channelId, durationMs, ...row }: Row): StoredRequest {
  return {
    request: { ...row, durationMs: Number(durationMs), ...(projectId && { projectId }), ...(channelId && { channelId }) },
    state, ...(decidedBy && { decidedBy }), ...(grantId && { grantId }),
  };
}
