import { Command } from '@nestjs/cqrs';
import type { ProjectId, Result } from '../../../shared';
import type { Actor } from '../domain/actor';
import type { Grant, GrantHolder } from '../domain/grant';

/** Gives a person or a role a level on a project for a while. Refused: ACCESS.* for the actor, GRANT.* for what was asked. */
export class GrantAccess extends Command<Result<Grant>> {
  constructor(
    readonly actor: Actor,
    readonly projectId: ProjectId,
    readonly holder: GrantHolder,
    readonly level: string,
    readonly reason: string,
    /** `90m`, `8h`, `3d`; absent: 8 hours. */
    readonly duration?: string,
    /** Where its holder is told of its end. */
    readonly channelId?: string,
  ) {
    super();
    Object.freeze(this);
  }
}
