import { Command } from '@nestjs/cqrs';
import type { DeploymentId, PlanId, Result, RunId } from '../../../shared';
import type { AppliedAs } from '../domain/run';
import type { PlanOutcome } from '../domain/plan-outcome';
import type { CredentialsRequest } from '../process/credentials-request';

export interface PlanRequest {
  readonly runId: RunId;
  readonly planId: PlanId;
  readonly deploymentId: DeploymentId;
  /** The whole text of `main.tf.json`. */
  readonly mainTfJson: string;
  /** SHA-256 of that text, in hex. */
  readonly configDigest: string;
  readonly credentials: CredentialsRequest;
  /** Absent: `apply`. `destroy` plans the end of everything in the deployment's state, `reconcile` how the state comes back to the truth. */
  readonly as?: AppliedAs;
}

/**
 * Runs `terraform plan` from the deployment's newest state and saves the plan, sealed. Safe to repeat with the same ids
 * until the plan is used: the run goes on numbering its lines, the plan is replaced.
 * Refused: TERRAFORM.NOT_FOUND, TERRAFORM.TOO_OLD, TERRAFORM.INIT_FAILED, TERRAFORM.DISK_FULL, TERRAFORM.PLAN_FAILED, TERRAFORM.PLAN_CANCELLED, CREDENTIALS.*.
 */
export class PlanConfiguration extends Command<Result<PlanOutcome>> {
  constructor(readonly request: PlanRequest) {
    super();
    Object.freeze(this);
  }
}
