import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
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
}
