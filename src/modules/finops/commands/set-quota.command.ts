import { Command } from '@nestjs/cqrs';
import type { ProjectId, Result } from '../../../shared';
import type { Actor } from '../../access';
import type { Quota } from '../domain/quota';

/**
 * Says how many resources of a kind a project may have, for its administrators; without a limit as many as it likes. What is
 * there stays, also where it is more. Answers every quota of the project. Refused: ACCESS.*, QUOTA.KIND, QUOTA.LIMIT.
 */
export class SetQuota extends Command<Result<readonly Quota[]>> {
  constructor(readonly actor: Actor, readonly projectId: ProjectId, readonly kind: string, readonly limit?: number) {
    super();
    Object.freeze(this);
  }
}
