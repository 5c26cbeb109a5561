import { Query } from '@nestjs/cqrs';
import type { Project } from '../../access';
import type { PlannedResource } from '../../terraform';
import type { Violation } from '../domain/violation';

export interface PlanToCheck {
  readonly project: Project;
  readonly provider: string;
  readonly region: string;
  readonly purpose: string;
  readonly resources: readonly PlannedResource[];
  readonly cost: { readonly monthlyUsd: number; readonly differenceMonthlyUsd: number; readonly complete: boolean };
}

/** Everything that the rules and the project's own policies have against a plan, all at once; empty: nothing. */
export class CheckPlan extends Query<readonly Violation[]> {
  constructor(readonly plan: PlanToCheck) {
    super();
    Object.freeze(this);
  }
}
