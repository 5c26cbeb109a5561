import type { PlanId } from '../../../shared';
import type { CostEstimate } from '../../finops';
import type { ChangeCounts, PlannedChange } from '../../terraform';

/** A saved plan as the session knows it: what it will do, what it costs, and the digests that bind the approval to it. */
export interface SessionPlan {
  readonly id: PlanId;
  /** SHA-256 of the saved plan file, in hex. */
  readonly sha256: string;
  /** SHA-256 of the configuration it was made from, in hex. */
  readonly configDigest: string;
  readonly counts: ChangeCounts;
  readonly changes: readonly PlannedChange[];
  readonly cost: CostEstimate;
  readonly madeAt: Date;
}
