import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import type { GrantId, RequestId, UserId } from '../../../shared';
import type { AccessRequest } from '../domain/access-request';

const COLUMNS = `id, guild_id AS "guildId", project_id AS "projectId", user_id AS "userId", level, duration_ms AS "durationMs", reason, asked_at AS "askedAt", expires_at AS "expiresAt"`;

@Injectable()
export class RequestRepository {
  constructor(private readonly transaction: Transaction) {}

  async add({ id, guildId, projectId, userId, level, durationMs, reason, askedAt, expiresAt }: AccessRequest): Promise<void> {
    await this.transaction.manager.query(
      `INSERT INTO access_request (id, guild_id, project_id, user_id, level, duration_ms, reason, asked_at, expires_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open')`,
      [id, guildId, projectId, userId, level, durationMs, reason, askedAt, expiresAt],
    );
  }

  /** Undefined where it is decided, or over by the database's clock. */
  async findOpen(id: RequestId): Promise<AccessRequest | undefined> {
    const [row] = await this.transaction.manager.query<AccessRequest[]>(`SELECT ${COLUMNS} FROM access_request WHERE id = $1 AND state = 'open' AND expires_at > clock_timestamp()`, [id]);
    return row && { ...row, durationMs: Number(row.durationMs) };
  }

  /** Whether or not it is over. */
  async find(id: RequestId): Promise<AccessRequest | undefined> {
    const [row] = await this.transaction.manager.query<AccessRequest[]>(`SELECT ${COLUMNS} FROM access_request WHERE id = $1`, [id]);
    return row && { ...row, durationMs: Number(row.durationMs) };
  }

  /** True for exactly one decision. */
  async decide(id: RequestId, by: UserId, grantId?: GrantId): Promise<boolean> {
    const [rows] = await this.transaction.manager.query<[object[], number]>(
      `UPDATE access_request SET state = $3, decided_by = $2, grant_id = $4 WHERE id = $1 AND state = 'open' AND expires_at > clock_timestamp() RETURNING id`,
      [id, by, grantId ? 'approved' : 'denied', grantId ?? null],
    );
    return rows.length === 1;
  }
}
