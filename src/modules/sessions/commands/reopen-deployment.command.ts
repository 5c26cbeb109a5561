import { Command } from '@nestjs/cqrs';
import type { DeploymentId, Result } from '../../../shared';
import type { Actor } from '../../access';
import type { Session, SessionPurpose } from '../domain/session';

/**
 * Opens a session on a deployment that is there, and plans it at once: to deploy again what was asked for, to end it, or to
 * reconcile it. One's own with DEPLOY, anybody's with ADMIN.
 * Refused: DEPLOYMENT.NOT_FOUND, DEPLOYMENT.DESTROYED, DEPLOYMENT.BUSY, DEPLOYMENT.INTERRUPTED where it has to be reconciled
 * first, DEPLOYMENT.NOT_INTERRUPTED where there is nothing to reconcile, ACCESS.*.
 */
export class ReopenDeployment extends Command<Result<Session>> {
  constructor(readonly actor: Actor, readonly deploymentId: DeploymentId, readonly purpose: SessionPurpose) {
    super();
    Object.freeze(this);
  }
}
