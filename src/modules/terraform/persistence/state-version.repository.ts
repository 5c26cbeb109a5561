import type { DeploymentId, RunId } from '../../../shared';
import type { StateVersionSummary } from '../queries/list-state-versions.query';

/** A deployment's state at one moment. The bytes are sealed; everything else is in clear. */
export interface StateVersion {
  readonly deploymentId: DeploymentId;
  /** Terraform's own counter; higher is newer within a lineage. */
  readonly serial: number;
  readonly lineage: string;
  /** SHA-256 of the state in clear, in hex. */
  readonly sha256: string;
  readonly sealed: Buffer;
  readonly runId: RunId;
}

/** Numbered versions, none ever overwritten. */
export abstract class StateVersionRepository {
  abstract newest(deploymentId: DeploymentId): Promise<StateVersion | undefined>;
  abstract find(deploymentId: DeploymentId, number: number): Promise<StateVersion | undefined>;
  /** Newest first, without their bytes. */
  abstract list(deploymentId: DeploymentId, limit: number): Promise<readonly StateVersionSummary[]>;
  /** Numbers it after the newest one. */
  abstract append(version: StateVersion): Promise<void>;
}
