import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UsageRepository } from '../persistence/usage.repository';
import { ReleaseUsage } from './release-usage.command';

@CommandHandler(ReleaseUsage)
export class ReleaseUsageHandler implements ICommandHandler<ReleaseUsage> {
  constructor(private readonly usage: UsageRepository) {}

  execute({ sessionId }: ReleaseUsage): Promise<void> {
    return this.usage.release(sessionId);
  }
}
