import { Command } from '@nestjs/cqrs';
import type { GrantId, Result } from '../../../shared';
import type { AccessRequest } from '../domain/access-request';
import type { Actor } from '../domain/actor';

/** Asks for the same level again, before or after a grant ends: for whoever holds it. Refused: GRANT.*. */
export class RequestMore extends Command<Result<AccessRequest>> {
  /** `channelId`: where it was asked. */
  constructor(readonly actor: Actor, readonly grantId: GrantId, readonly duration: string, readonly reason: string, readonly channelId?: string) {
    super();
    Object.freeze(this);
  }
}
