import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { ListBudgetedProjects, type Project } from '../../access';
import { alertsReached } from '../domain/budget';
import { UsageRepository } from '../persistence/usage.repository';
import { TakeBudgetNotices, type BudgetNotice } from './take-budget-notices.command';

@CommandHandler(TakeBudgetNotices)
export class TakeBudgetNoticesHandler implements ICommandHandler<TakeBudgetNotices> {
  constructor(
    private readonly queries: QueryBus,
    private readonly usage: UsageRepository,
  ) {}

  async execute(): Promise<readonly BudgetNotice[]> {
    const notices: BudgetNotice[] = [];
    for (const project of await this.queries.execute(new ListBudgetedProjects())) notices.push(...(await this.noticesOf(project)));
    return notices;
  }

  // Whoever jumps from nothing over two of them is told of the higher one only.
  private async noticesOf(project: Project): Promise<readonly BudgetNotice[]> {
    const budgetUsd = project.monthlyBudgetUsd;
    // Without a channel nobody would hear it: the alert waits until there is one.
    if (budgetUsd === undefined || project.channelId === undefined) return [];
    const committed = await this.usage.committed(project.id);
    const news: number[] = [];
    for (const percent of alertsReached(budgetUsd, committed.monthlyUsd)) if (await this.usage.alertOnce(project.id, percent)) news.push(percent);
    const percent = news.at(-1);
    return percent === undefined ? [] : [{ project, budgetUsd, percent, committed }];
  }
}
