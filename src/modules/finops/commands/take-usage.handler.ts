import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { UsageRepository } from '../persistence/usage.repository';
import { TakeUsage } from './take-usage.command';

@CommandHandler(TakeUsage)
export class TakeUsageHandler implements ICommandHandler<TakeUsage> {
  constructor(
    private readonly usage: UsageRepository,
    private readonly transaction: Transaction,
  ) {}

  execute({ sessionId, deployment, uses }: TakeUsage): Promise<void> {
    return this.transaction.run(async () => {
      await this.usage.lock(deployment.projectId);
      await this.usage.release(sessionId);
      await this.usage.take(deployment, uses);
    });
  }
}
