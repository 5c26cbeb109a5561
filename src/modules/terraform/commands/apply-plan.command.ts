import { Command } from '@nestjs/cqrs';
import type { DeploymentId, PlanId, Result, RunId } from '../../../shared';
import type { RunEnd } from '../domain/run';
import type { CredentialsRequest } from '../process/credentials-request';

export interface ApprovedPlan {
  readonly runId: RunId;
  readonly planId: PlanId;
  readonly deploymentId: DeploymentId;
  /** What was approved: the plan has to be exactly this one. */
  readonly expected: { readonly sha256: string; readonly configDigest: string };
  readonly credentials: CredentialsRequest;
}

/**
 * Applies a saved plan that has an attempt (`OpenAttempt`), once, and follows it to its end. Called again with the same run it starts what never started, follows
 * what is running and answers for what has ended; it never runs Terraform twice.
 *
 * Refused (TERRAFORM.PLAN_STALE, TERRAFORM.NOT_FOUND, TERRAFORM.TOO_OLD, TERRAFORM.INIT_FAILED, TERRAFORM.DISK_FULL, CREDENTIALS.*): nothing was
 * started and this run does not exist. A Terraform that fails is no refusal but a `RunEnd`.
 * @throws FollowingStopped where the run goes on without this follower; any other breakage too leaves a started run running: call again.
 */
export class ApplyPlan extends Command<Result<RunEnd>> {
  constructor(readonly approved: ApprovedPlan) {
    super();
    Object.freeze(this);
  }
}
