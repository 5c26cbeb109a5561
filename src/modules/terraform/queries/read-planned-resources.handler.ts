import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { PlannedResource } from '../domain/plan-outcome';
import { PlanSafe } from '../planning/plan-safe';
import { ReadPlannedResources } from './read-planned-resources.query';

@QueryHandler(ReadPlannedResources)
export class ReadPlannedResourcesHandler implements IQueryHandler<ReadPlannedResources> {
  constructor(private readonly safe: PlanSafe) {}

  execute({ planId }: ReadPlannedResources): Promise<readonly PlannedResource[] | undefined> {
    return this.safe.facts(planId);
  }
}
