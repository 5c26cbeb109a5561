import { Command } from '@nestjs/cqrs';
import type { SessionId } from '../../../shared';
import type { KindUse } from '../domain/kind-use';
import type { UsingDeployment } from '../persistence/usage.repository';

/** Notes what a deployment has after a session's apply, and gives back what was kept for it, in the surrounding transaction. */
export class TakeUsage extends Command<void> {
  constructor(readonly sessionId: SessionId, readonly deployment: UsingDeployment, readonly uses: readonly KindUse[]) {
    super();
    Object.freeze(this);
  }
}
