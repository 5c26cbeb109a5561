import { Command } from '@nestjs/cqrs';
import type { DeploymentId, ProjectId, Result, SessionId } from '../../../shared';
import type { Committed } from '../domain/budget';
import type { KindCounts } from '../domain/quota';

export interface UsageRequest {
  readonly sessionId: SessionId;
  readonly deploymentId: DeploymentId;
  readonly projectId: ProjectId;
  /** All that the deployment is to have. */
  readonly kinds: KindCounts;
  readonly cost: Committed;
}

/**
 * Keeps what a session's plan needs until it is applied or given up, in the surrounding transaction. Of two sessions that
 * want the last one of a kind exactly one gets it. Refused: QUOTA.EXCEEDED, with a line for every kind.
 */
export class ReserveUsage extends Command<Result<void>> {
  constructor(readonly request: UsageRequest) {
    super();
    Object.freeze(this);
  }
}
