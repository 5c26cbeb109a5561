import { Command } from '@nestjs/cqrs';
import type { ProjectId, Result } from '../../../shared';
import type { Actor, Project } from '../../access';

/** Closes a project in which nothing is deployed and no session is open, for its administrators. Refused: PROJECT.IN_USE, ACCESS.*. */
export class ArchiveProject extends Command<Result<Project>> {
  constructor(readonly actor: Actor, readonly projectId: ProjectId) {
    super();
    Object.freeze(this);
  }
}
