import { Query } from '@nestjs/cqrs';
import type { DeploymentId, SessionId } from '../../../shared';
import type { Project } from '../../access';
import type { BudgetVerdict, Committed } from '../domain/budget';

export interface BudgetCheck {
  readonly project: Project;
  readonly sessionId: SessionId;
  readonly deploymentId: DeploymentId;
  /** What the deployment will cost, and how much more than now. */
  readonly plan: Committed & { readonly differenceUsd: number };
}

/** How a plan stands to its project's budget at this moment; undefined where there is none. */
export class CheckBudget extends Query<BudgetVerdict | undefined> {
  constructor(readonly check: BudgetCheck) {
    super();
    Object.freeze(this);
  }
}
