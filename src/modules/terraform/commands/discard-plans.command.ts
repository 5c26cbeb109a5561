import { Command } from '@nestjs/cqrs';
import type { DeploymentId } from '../../../shared';

/** Forgets the contents of every saved plan of a deployment that was not used: nobody will approve them any more. */
export class DiscardPlans extends Command<void> {
  constructor(readonly deploymentId: DeploymentId) {
    super();
    Object.freeze(this);
  }
}
