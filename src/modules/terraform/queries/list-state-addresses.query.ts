import { Query } from '@nestjs/cqrs';
import type { DeploymentId } from '../../../shared';

/** The managed resources that a deployment's newest state holds, such as `google_compute_network.main`; none before its first apply. Undefined where the state cannot be read. */
export class ListStateAddresses extends Query<readonly string[] | undefined> {
  constructor(readonly deploymentId: DeploymentId) {
    super();
    Object.freeze(this);
  }
}
