import { Query } from '@nestjs/cqrs';
import type { ProjectId, Result } from '../../../shared';
import type { AccessLevel } from '../domain/access-level';
import type { HeldLevel } from '../domain/held-level';
import type { Actor } from '../domain/actor';
import type { Project } from '../domain/project';

/** A project and the level that the actor holds on it now. */
export interface AuthorisedProject extends HeldLevel {
  readonly project: Project;
}

/**
 * May this person do what needs `level` on this project, now? A project that one may not see does not exist:
 * ACCESS.PROJECT_NOT_FOUND; a level that is too low is ACCESS.LEVEL_NEEDED. An archived one may only be looked at: PROJECT.ARCHIVED.
 */
export class Authorise extends Query<Result<AuthorisedProject>> {
  constructor(readonly actor: Actor, readonly projectId: ProjectId, readonly level: AccessLevel) {
    super();
    Object.freeze(this);
  }
}
