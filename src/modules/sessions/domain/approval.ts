import type { GrantId, PlanId, UserId } from '../../../shared';
import { approvalsNeeded, type AccessLevel, type Project } from '../../access';
import type { Violation } from '../../policy';
import type { SessionPlan } from './session-plan';

export interface Approval {
  readonly planId: PlanId;
  /** Of what that plan will do. */
  readonly planDigest: string;
  readonly by: UserId;
  /** The grants that allowed it; none for who manages the guild. */
  readonly via: readonly GrantId[];
  /** What they gave at that moment. Absent in sessions of an earlier release. */
  readonly level?: AccessLevel;
  readonly at: Date;
}

/** Who approves, by what, and what it takes. */
export interface ApprovalRequest {
  readonly by: UserId;
  readonly via: readonly GrantId[];
  readonly level?: AccessLevel;
  /** How many different people have to approve the same plan. Absent: one. */
  readonly needed?: number;
  readonly typedName?: string | undefined;
}

/** How many other people have to approve: as many as the project says, and one more where a policy asks for it; 0: nobody else. */
export function othersNeeded(project: Pick<Project, 'approvals' | 'environment'>, violations: readonly Violation[]): number {
  return approvalsNeeded(project) + (violations.some(({ severity }) => severity === 'needs-approval') ? 1 : 0);
}

/** The same people said yes to the same changes. */
export function approvalsFor(approvals: readonly Approval[], plan: SessionPlan): readonly Approval[] {
  return approvals.filter(({ planDigest }) => planDigest === plan.digest).map((approval) => ({ ...approval, planId: plan.id }));
}
