import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SavedPlanRepository } from '../persistence/saved-plan.repository';
import { DiscardPlans } from './discard-plans.command';

@CommandHandler(DiscardPlans)
export class DiscardPlansHandler implements ICommandHandler<DiscardPlans> {
  constructor(private readonly plans: SavedPlanRepository) {}

  execute({ deploymentId }: DiscardPlans): Promise<void> {
    return this.plans.discard(deploymentId);
  }
}
