import type { PlanId } from '../../../shared';
import type { Environment, Project } from '../../access';
import type { BudgetVerdict, CostEstimate } from '../../finops';
import type { ChangeCounts, Orphan, PlannedChange } from '../../terraform';

export interface PlannedPart {
  readonly kind: string;
  readonly name: string;
  readonly addresses: readonly string[];
}

/** A saved plan as the session knows it: what it will do, what it costs, and the digests that bind the approval to it. */
export interface SessionPlan {
  readonly id: PlanId;
  /** SHA-256 of the saved plan file, in hex. */
  readonly sha256: string;
  /** SHA-256 of the configuration it was made from, in hex. */
  readonly configDigest: string;
  /** SHA-256, in hex, of what it will do: addresses, actions and values. An approval holds for every plan that does the same. */
  readonly digest: string;
  readonly counts: ChangeCounts;
  readonly changes: readonly PlannedChange[];
  readonly cost: CostEstimate;
  /** How it stood to the project's budget when it was made; absent where there is none. */
  readonly budget?: BudgetVerdict;
  /** Which of its addresses each requested resource is. */
  readonly parts: readonly PlannedPart[];
  /** For a reconciliation: what may exist and no state knows. */
  readonly orphans: readonly Orphan[];
  /** For a reconciliation: nothing is left to reconcile after it. */
  readonly settles: boolean;
  readonly madeAt: Date;
  /** The account and the environment it was made for; absent in sessions of an earlier release. */
  readonly madeFor?: { readonly credentialsProfile: string; readonly environment: Environment };
}

/** Whether the project still is what the plan was made for: another account is another plan. */
export function isMadeFor({ madeFor }: Pick<SessionPlan, 'madeFor'>, { credentialsProfile, environment }: Pick<Project, 'credentialsProfile' | 'environment'>): boolean {
  return !madeFor || (madeFor.credentialsProfile === credentialsProfile && madeFor.environment === environment);
}
