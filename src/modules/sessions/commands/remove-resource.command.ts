import { Command } from '@nestjs/cqrs';
import type { Result, SessionId } from '../../../shared';
import type { Actor } from '../../access';
import type { Session } from '../domain/session';

/** Takes a resource out and plans anew. Refused where another one refers to it. */
export class RemoveResource extends Command<Result<Session>> {
  constructor(readonly actor: Actor, readonly sessionId: SessionId, readonly kind: string, readonly name: string) {
    super();
    Object.freeze(this);
  }
}
