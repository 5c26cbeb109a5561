import { Query } from '@nestjs/cqrs';
import type { PlanId } from '../../../shared';
import type { PlannedResource } from '../domain/plan-outcome';

/** What a saved plan does to each resource, as it was told when it was made; undefined where the plan is spent. */
export class ReadPlannedResources extends Query<readonly PlannedResource[] | undefined> {
  constructor(readonly planId: PlanId) {
    super();
    Object.freeze(this);
  }
}
