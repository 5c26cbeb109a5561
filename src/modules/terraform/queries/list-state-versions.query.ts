import { Query } from '@nestjs/cqrs';
import type { DeploymentId, RunId } from '../../../shared';

/** A stored state, without what is in it. */
export interface StateVersionSummary {
  /** Counts from 1 within its deployment. */
  readonly number: number;
  /** Terraform's own counter. */
  readonly serial: number;
  readonly lineage: string;
  /** SHA-256 of the state in clear, in hex. */
  readonly sha256: string;
  /** The run that made it. */
  readonly runId: RunId;
  readonly at: Date;
}

/** A deployment's stored states, newest first. */
export class ListStateVersions extends Query<readonly StateVersionSummary[]> {
  constructor(readonly deploymentId: DeploymentId, readonly limit: number) {
    super();
    Object.freeze(this);
  }
}
