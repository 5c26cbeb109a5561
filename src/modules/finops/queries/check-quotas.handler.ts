import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { beyond } from '../domain/kind-counts';
import { exceeded } from '../domain/quota';
import { UsageRepository } from '../persistence/usage.repository';
import { CheckQuotas } from './check-quotas.query';

@QueryHandler(CheckQuotas)
export class CheckQuotasHandler implements IQueryHandler<CheckQuotas> {
  constructor(private readonly usage: UsageRepository) {}

  async execute({ check: { projectId, deploymentId, sessionId, kinds } }: CheckQuotas): Promise<readonly string[]> {
    const there = deploymentId ? await this.usage.deployed(deploymentId) : {};
    return exceeded(await this.usage.quotas(projectId, sessionId), beyond(kinds, there));
  }
}
