import { Command } from '@nestjs/cqrs';
import type { DeploymentId, Result } from '../../../shared';
import type { Actor } from '../../access';
import type { Session } from '../domain/session';

/**
 * Opens a session that ends a deployment, and plans that end at once: one's own with DEPLOY, anybody's with ADMIN.
 * Refused: DEPLOYMENT.NOT_FOUND, DEPLOYMENT.DESTROYED, DEPLOYMENT.BUSY, ACCESS.*.
 */
export class StartDestroy extends Command<Result<Session>> {
  constructor(readonly actor: Actor, readonly deploymentId: DeploymentId) {
    super();
    Object.freeze(this);
  }
}
