import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import type { ChangeId, ProjectId, UserId } from '../../../shared';
import type { ProjectChange } from '../domain/project-change';

const COLUMNS = `id, guild_id AS "guildId", project_id AS "projectId", base_version AS "baseVersion", change AS edit, asked_by AS "askedBy", via, asked_at AS "askedAt", expires_at AS "expiresAt"`;
const OPEN = `state = 'open' AND expires_at > clock_timestamp()`;

/** Changes of projects that wait for a second administrator. */
@Injectable()
export class ChangeRepository {
  constructor(private readonly transaction: Transaction) {}

  async add({ id, guildId, projectId, baseVersion, edit, askedBy, via, askedAt, expiresAt }: ProjectChange): Promise<void> {
    await this.transaction.manager.query(
      'INSERT INTO project_change (id, guild_id, project_id, base_version, change, asked_by, via, asked_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [id, guildId, projectId, baseVersion, JSON.stringify(edit), askedBy, [...via], askedAt, expiresAt],
    );
  }

  /** Undefined where it is decided, or over by the database's clock. */
  async findOpen(id: ChangeId): Promise<ProjectChange | undefined> {
    return (await this.transaction.manager.query<ProjectChange[]>(`SELECT ${COLUMNS} FROM project_change WHERE id = $1 AND ${OPEN}`, [id]))[0];
  }

  async openOf(projectIds: readonly ProjectId[], limit: number): Promise<readonly ProjectChange[]> {
    return this.transaction.manager.query<ProjectChange[]>(`SELECT ${COLUMNS} FROM project_change WHERE project_id = ANY ($1) AND ${OPEN} ORDER BY expires_at LIMIT $2`, [[...projectIds], limit]);
  }

  /** True for exactly one decision. */
  async decide(id: ChangeId, by: UserId, isApproved: boolean): Promise<boolean> {
    const [rows] = await this.transaction.manager.query<[object[], number]>(`UPDATE project_change SET state = $3, decided_by = $2 WHERE id = $1 AND ${OPEN} RETURNING id`, [id, by, isApproved ? 'approved' : 'declined']);
    return rows.length === 1;
  }
}
