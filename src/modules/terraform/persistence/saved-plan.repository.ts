import type { DeploymentId, PlanId, RunId } from '../../../shared';
import type { AppliedAs } from '../domain/run';
import type { ToolName } from '../domain/terraform-tool';

/** A plan at rest: what it is bound to in clear, what it says sealed. */
export interface SavedPlan {
  readonly planId: PlanId;
  readonly deploymentId: DeploymentId;
  readonly appliesAs: AppliedAs;
  /** Applying it settles everything that interrupted runs of the deployment left. */
  readonly settles: boolean;
  /** It changes nothing, so there is nothing for Terraform to apply. */
  readonly isEmpty: boolean;
  readonly sha256: string;
  readonly configDigest: string;
  readonly lockDigest: string;
  readonly stateSerial: number | null;
  readonly stateLineage: string | null;
  readonly tool: ToolName;
  readonly version: string;
  readonly sealedPlan: Buffer;
  readonly sealedConfiguration: Buffer;
  /** What has to be redacted from an apply's output, sealed. */
  readonly sealedSecrets: Buffer;
  /** What it does to each resource, redacted, sealed; null for a plan of an earlier release. */
  readonly sealedFacts: Buffer | null;
}

export abstract class SavedPlanRepository {
  /** Replaces a plan of the same id. False where that one is used already. */
  abstract save(plan: SavedPlan): Promise<boolean>;
  /** Undefined where it was never saved or is spent. */
  abstract find(planId: PlanId): Promise<SavedPlan | undefined>;
  /** True for one run, ever. */
  abstract use(planId: PlanId, runId: RunId): Promise<boolean>;
  /** Forgets what the deployment's unused plans say. */
  abstract discard(deploymentId: DeploymentId): Promise<void>;
  /** Forgets what the plan says; that it was used stays known. */
  abstract spend(planId: PlanId): Promise<void>;
}
