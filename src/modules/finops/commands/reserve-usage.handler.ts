import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { fail, ok, type Result } from '../../../shared';
import { exceeded, quotaExceeded } from '../domain/quota';
import { beyond } from '../domain/kind-counts';
import { UsageRepository } from '../persistence/usage.repository';
import { ReserveUsage } from './reserve-usage.command';

@CommandHandler(ReserveUsage)
export class ReserveUsageHandler implements ICommandHandler<ReserveUsage> {
  constructor(
    private readonly usage: UsageRepository,
    private readonly transaction: Transaction,
  ) {}

  execute({ request: { sessionId, deploymentId, projectId, kinds, cost } }: ReserveUsage): Promise<Result<void>> {
    return this.transaction.run(async () => {
      await this.usage.lock(projectId);
      const more = beyond(kinds, await this.usage.deployed(deploymentId));
      const refused = exceeded(await this.usage.quotas(projectId, sessionId), more);
      if (refused.length > 0) return fail(quotaExceeded(refused));
      await this.usage.reserve({ sessionId, deploymentId, projectId, kinds: more, cost });
      return ok();
    });
  }
}
