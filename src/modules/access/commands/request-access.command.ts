import { Command } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { AccessRequest, WantedAccess } from '../domain/access-request';
import type { Actor } from '../domain/actor';

/**
 * Asks the administrators of a project of the actor's own guild, which they name exactly, for access. Where there is no such
 * project the request is entered all the same, and lapses like one that nobody answers: whoever may not see a project
 * cannot tell the two apart, by answer, by time or by what follows. Refused: GRANT.* for what was asked.
 */
export class RequestAccess extends Command<Result<AccessRequest>> {
  /** `project`: its name or id. `channelId`: where it was asked. */
  constructor(readonly actor: Actor, readonly project: string, readonly wanted: WantedAccess, readonly channelId?: string) {
    super();
    Object.freeze(this);
  }
}
