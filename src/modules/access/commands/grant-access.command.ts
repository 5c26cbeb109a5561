import { Command } from '@nestjs/cqrs';
import type { ProjectId, Result, UserId } from '../../../shared';
import type { Actor } from '../domain/actor';
import type { Grant } from '../domain/grant';

/** Gives a person a level on a project for a while. Refused: ACCESS.* for the actor, GRANT.* for what was asked. */
export class GrantAccess extends Command<Result<Grant>> {
  constructor(
    readonly actor: Actor,
    readonly projectId: ProjectId,
    readonly userId: UserId,
    readonly level: string,
    readonly reason: string,
    /** `90m`, `8h`, `3d`; absent: 8 hours. */
    readonly duration?: string,
  ) {
    super();
    Object.freeze(this);
  }
}
