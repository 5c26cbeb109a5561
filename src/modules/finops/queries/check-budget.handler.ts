import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { judgeBudget, type BudgetVerdict } from '../domain/budget';
import { UsageRepository } from '../persistence/usage.repository';
import { CheckBudget } from './check-budget.query';

@QueryHandler(CheckBudget)
export class CheckBudgetHandler implements IQueryHandler<CheckBudget> {
  constructor(private readonly usage: UsageRepository) {}

  async execute({ check: { project, sessionId, deploymentId, plan } }: CheckBudget): Promise<BudgetVerdict | undefined> {
    const { monthlyBudgetUsd: budgetUsd, id } = project;
    return budgetUsd === undefined ? undefined : judgeBudget(budgetUsd, await this.usage.committed(id, { deploymentId, sessionId }), plan);
  }
}
