import { Command } from '@nestjs/cqrs';
import type { Result, SessionId } from '../../../shared';
import type { Actor } from '../../access';
import type { Session } from '../domain/session';

/** Adds what a form was filled with, and starts planning. Refused: RESOURCE.* for the field at fault, SESSION.* for the session. */
export class AddResource extends Command<Result<Session>> {
  constructor(readonly actor: Actor, readonly sessionId: SessionId, readonly kind: string, readonly values: Readonly<Record<string, string>>) {
    super();
    Object.freeze(this);
  }
}
