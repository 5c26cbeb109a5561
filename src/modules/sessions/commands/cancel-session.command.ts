import { Command } from '@nestjs/cqrs';
import type { Result, SessionId } from '../../../shared';
import type { Actor } from '../../access';
import type { Session } from '../domain/session';

/** Ends a session that is not being applied. */
export class CancelSession extends Command<Result<Session>> {
  constructor(readonly actor: Actor, readonly sessionId: SessionId) {
    super();
    Object.freeze(this);
  }
}
