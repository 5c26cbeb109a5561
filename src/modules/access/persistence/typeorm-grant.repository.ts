import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../../database';
import type { GrantId, ProjectId, UserId } from '../../../shared';
import type { Actor } from '../domain/actor';
import type { Grant } from '../domain/grant';
import { toGrant, toGrantRow } from './grant.mapper';
import { GrantRepository } from './grant.repository';
import { GrantRow } from './grant.row';

const ALIVE = 'held.revoked_at IS NULL AND held.ends_at > clock_timestamp()';

@Injectable()
export class TypeormGrantRepository extends GrantRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async add(grant: Grant): Promise<void> {
    await this.transaction.manager.insert(GrantRow, toGrantRow(grant));
  }

  async heldBy({ guildId, userId, roleIds }: Pick<Actor, 'guildId' | 'userId' | 'roleIds'>, projectIds: readonly ProjectId[]): Promise<readonly Grant[]> {
    if (projectIds.length === 0) return [];
    const rows = await this.transaction.manager.createQueryBuilder(GrantRow, 'held')
      .where(`held.project_id IN (:...projectIds) AND ${ALIVE}`, { projectIds })
      // Discord's @everyone is a role with the guild's own id.
      .andWhere(`((held.holder_kind = 'user' AND held.holder_id = :userId) OR (held.holder_kind = 'role' AND held.holder_id IN (:...roles)))`, { userId, roles: [guildId, ...roleIds] })
      .getMany();
    return rows.map(toGrant);
  }

  async alive(projectIds: readonly ProjectId[], limit: number): Promise<readonly Grant[]> {
    if (projectIds.length === 0) return [];
    const rows = await this.transaction.manager.createQueryBuilder(GrantRow, 'held').where(`held.project_id IN (:...projectIds) AND ${ALIVE}`, { projectIds }).orderBy('held.ends_at').limit(limit).getMany();
    return rows.map(toGrant);
  }

  async find(id: GrantId): Promise<Grant | undefined> {
    const row = await this.transaction.manager.findOneBy(GrantRow, { id });
    return row ? toGrant(row) : undefined;
  }

  async findAlive(id: GrantId): Promise<Grant | undefined> {
    const row = await this.transaction.manager.createQueryBuilder(GrantRow, 'held').where(`held.id = :id AND ${ALIVE}`, { id }).getOne();
    return row ? toGrant(row) : undefined;
  }

  async hold(ids: readonly GrantId[]): Promise<readonly GrantId[]> {
    const rows = await this.transaction.manager.query<{ id: GrantId }[]>(`SELECT id FROM access_grant held WHERE id = ANY($1) AND ${ALIVE} FOR SHARE`, [[...ids]]);
    return rows.map(({ id }) => id);
  }

  async revoke(id: GrantId, by: UserId): Promise<boolean> {
    // First the lock, then the time: an approval that holds the grant is over by then.
    await this.transaction.manager.query('SELECT id FROM access_grant WHERE id = $1 FOR UPDATE', [id]);
    const [rows] = await this.transaction.manager.query<[object[], number]>(`UPDATE access_grant held SET revoked_at = clock_timestamp(), revoked_by = $2 WHERE id = $1 AND ${ALIVE} RETURNING id`, [id, by]);
    return rows.length === 1;
  }

  takeEndingSoon(withinMs: number): Promise<readonly Grant[]> {
    return this.take(`UPDATE access_grant held SET warned_at = clock_timestamp() WHERE warned_at IS NULL AND ${ALIVE} AND ends_at < clock_timestamp() + $1 * interval '1 millisecond' RETURNING id`, [withinMs]);
  }

  takeEnded(): Promise<readonly Grant[]> {
    return this.take('UPDATE access_grant SET end_told_at = clock_timestamp() WHERE end_told_at IS NULL AND (ends_at <= clock_timestamp() OR revoked_at IS NOT NULL) RETURNING id', []);
  }

  private async take(statement: string, values: unknown[]): Promise<readonly Grant[]> {
    const [rows] = await this.transaction.manager.query<[{ id: string }[], number]>(statement, values);
    return rows.length === 0 ? [] : (await this.transaction.manager.findBy(GrantRow, { id: In(rows.map(({ id }) => id)) })).map(toGrant);
  }
}
