import { Command } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { AccessRequest, WantedAccess } from '../domain/access-request';
import type { Actor } from '../domain/actor';
import type { Project } from '../domain/project';

export interface OpenRequest {
  readonly request: AccessRequest;
  readonly project: Project;
}

/**
 * Asks the administrators of a project of the actor's own guild, which they name exactly, for access. Undefined where there is no
 * such project: whoever may not see one is told the same in both cases. Refused: GRANT.* for what was asked.
 */
export class RequestAccess extends Command<Result<OpenRequest | undefined>> {
  /** `project`: its name or id. */
  constructor(readonly actor: Actor, readonly project: string, readonly wanted: WantedAccess) {
    super();
    Object.freeze(this);
  }
}
