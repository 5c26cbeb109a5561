import { Command } from '@nestjs/cqrs';
import type { PlanId, Result, SessionId } from '../../../shared';
import type { Actor } from '../../access';
import type { Session } from '../domain/session';

/**
 * Accepts the plan with this identity and queues its apply. Of several at once exactly one is accepted.
 * `typedName`: the deployment's name as the person typed it, which a destroy demands.
 */
export class ApproveSession extends Command<Result<Session>> {
  constructor(readonly actor: Actor, readonly sessionId: SessionId, readonly planId: PlanId, readonly typedName?: string) {
    super();
    Object.freeze(this);
  }
}
