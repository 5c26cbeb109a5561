import { Query } from '@nestjs/cqrs';
import type { DeploymentId, Result } from '../../../shared';

/** A stored state in clear, secrets and all. Refused: TERRAFORM.NO_STATE, TERRAFORM.STATE_UNREADABLE. */
export class ReadStateVersion extends Query<Result<Buffer>> {
  /** `number`: counts from 1 within the deployment. */
  constructor(readonly deploymentId: DeploymentId, readonly number: number) {
    super();
    Object.freeze(this);
  }
}
