import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import type { DeploymentId, GuildId, ProjectId, SessionId, UserId } from '../../../shared';
import type { Deployment } from '../domain/deployment';
import { DeploymentRepository } from './deployment.repository';
import { DeploymentRow } from './deployment.row';

@Injectable()
export class TypeormDeploymentRepository extends DeploymentRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async put(deployment: Deployment): Promise<void> {
    await this.transaction.manager.upsert(DeploymentRow, { ...deployment, monthlyUsd: deployment.monthlyUsd ?? null }, ['id']);
  }

  async find(id: DeploymentId): Promise<Deployment | undefined> {
    const row = await this.transaction.manager.findOneBy(DeploymentRow, { id });
    return row ? toDeployment(row) : undefined;
  }

  async existing(projectIds: readonly ProjectId[], text: string, limit: number): Promise<readonly Deployment[]> {
    if (projectIds.length === 0) return [];
    const rows = await this.transaction.manager.createQueryBuilder(DeploymentRow, 'deployment')
      .where(`deployment.project_id IN (:...projectIds) AND deployment.status <> 'destroyed'`, { projectIds })
      .andWhere('(strpos(deployment.name, :text) > 0 OR strpos(deployment.id, :text) > 0)', { text: text.toLowerCase() })
      .orderBy('deployment.name').addOrderBy('deployment.id').limit(limit).getMany();
    return rows.map(toDeployment);
  }
}

function toDeployment({ monthlyUsd, ...row }: DeploymentRow): Deployment {
  return {
    ...row, id: row.id as DeploymentId, guildId: row.guildId as GuildId, projectId: row.projectId as ProjectId, createdBy: row.createdBy as UserId,
    lastSessionId: row.lastSessionId as SessionId, ...(monthlyUsd !== null && { monthlyUsd }),
  };
}
