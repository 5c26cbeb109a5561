import { Command } from '@nestjs/cqrs';
import type { Result, SessionId } from '../../../shared';
import type { Actor } from '../../access';
import type { Session } from '../domain/session';

/**
 * Abandons what an apply has in flight, after a stop in order was asked for: for the project's administrators. What exists then
 * has to be found out by a reconciliation. Refused: ACCESS.LEVEL_NEEDED, SESSION.*.
 */
export class ForceStopSession extends Command<Result<Session>> {
  constructor(readonly actor: Actor, readonly sessionId: SessionId) {
    super();
    Object.freeze(this);
  }
}
