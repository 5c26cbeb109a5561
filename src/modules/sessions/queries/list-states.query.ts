import { Query } from '@nestjs/cqrs';
import type { DeploymentId, Result } from '../../../shared';
import type { Actor } from '../../access';
import type { StateVersionSummary } from '../../terraform';
import type { Deployment } from '../domain/deployment';

export interface DeploymentStates {
  readonly deployment: Deployment;
  /** Newest first, at most 20. */
  readonly versions: readonly StateVersionSummary[];
}

/** The stored states of a deployment, for administrators. Refused: DEPLOYMENT.NOT_FOUND, ACCESS.LEVEL_NEEDED. */
export class ListStates extends Query<Result<DeploymentStates>> {
  constructor(readonly actor: Actor, readonly deploymentId: DeploymentId) {
    super();
    Object.freeze(this);
  }
}
