import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import type { ProjectId, UserId } from '../../../shared';
import { includesLevel, type AccessLevel } from '../domain/access-level';
import type { Grant } from '../domain/grant';
import { GrantRepository } from './grant.repository';
import { GrantRow } from './grant.row';

@Injectable()
export class TypeormGrantRepository extends GrantRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async add(grant: Grant): Promise<void> {
    await this.transaction.manager.insert(GrantRow, grant);
  }

  async levelsOf(userId: UserId, projectIds: readonly ProjectId[]): Promise<ReadonlyMap<ProjectId, AccessLevel>> {
    const rows = await this.transaction.manager.query<{ project_id: ProjectId; level: AccessLevel }[]>(
      'SELECT project_id, level FROM access_grant WHERE user_id = $1 AND project_id = ANY($2) AND ends_at > clock_timestamp()',
      [userId, projectIds],
    );
    const highest = new Map<ProjectId, AccessLevel>();
    for (const { project_id: projectId, level } of rows) {
      const held = highest.get(projectId);
      if (!held || !includesLevel(held, level)) highest.set(projectId, level);
    }
    return highest;
  }
}
