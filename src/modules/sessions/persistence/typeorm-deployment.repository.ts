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
    if (!row) return undefined;
    const { monthlyUsd, ...same } = row;
    return {
      ...same, id: row.id as DeploymentId, guildId: row.guildId as GuildId, projectId: row.projectId as ProjectId,
      createdBy: row.createdBy as UserId, lastSessionId: row.lastSessionId as SessionId, ...(monthlyUsd !== null && { monthlyUsd }),
    };
  }
}
