import { Query } from '@nestjs/cqrs';
import type { ProjectId, Result } from '../../../shared';
import type { Actor } from '../../access';
import type { CostGroup, CostGroupRow, DayCost } from '../persistence/usage.repository';

export interface Costs {
  readonly by: CostGroup;
  /** Running now, the dearest first; projects by name. */
  readonly groups: readonly CostGroupRow[];
  readonly monthlyUsd: number;
  /** False where a price is unknown: the sums are "at least" then. */
  readonly complete: boolean;
  /** This calendar month so far, in UTC. */
  readonly spentThisMonthUsd: number;
  /** Of all these projects; absent where one of them has none. */
  readonly budgetUsd?: number;
  readonly projectNames: readonly string[];
  /** `YYYY-MM-DD`, oldest first; the last one is today. */
  readonly days: readonly string[];
  readonly course: readonly DayCost[];
}

/** What runs and what it costs, for whoever may see the project; without one, of all that one may see. Refused: ACCESS.*, COSTS.*. */
export class ShowCosts extends Query<Result<Costs>> {
  constructor(readonly actor: Actor, readonly projectId: ProjectId | undefined, readonly by: string | undefined) {
    super();
    Object.freeze(this);
  }
}
