import { Command } from '@nestjs/cqrs';
import type { GrantId, Result } from '../../../shared';
import type { Actor } from '../domain/actor';
import type { OpenRequest } from './request-access.command';

/** Asks for the same level again, before or after a grant ends: for whoever holds it. Refused: GRANT.*. */
export class RequestMore extends Command<Result<OpenRequest | undefined>> {
  constructor(readonly actor: Actor, readonly grantId: GrantId, readonly duration: string, readonly reason: string) {
    super();
    Object.freeze(this);
  }
}
