import { Command } from '@nestjs/cqrs';
import type { Result, SessionId } from '../../../shared';
import type { Actor } from '../../access';
import type { Session } from '../domain/session';

/** Asks for a new plan of the same resources. The work itself is PlanSession, done by a worker. */
export class RefreshSession extends Command<Result<Session>> {
  constructor(readonly actor: Actor, readonly sessionId: SessionId) {
    super();
    Object.freeze(this);
  }
}
