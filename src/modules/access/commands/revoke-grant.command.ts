import { Command } from '@nestjs/cqrs';
import type { GrantId, Result } from '../../../shared';
import type { Actor } from '../domain/actor';
import type { Grant } from '../domain/grant';

/** Ends a grant at once; others that overlap it stay. For administrators of its project. Refused: GRANT.NOT_FOUND, ACCESS.*. */
export class RevokeGrant extends Command<Result<Grant>> {
  constructor(readonly actor: Actor, readonly grantId: GrantId) {
    super();
    Object.freeze(this);
  }
}
