import { Command } from '@nestjs/cqrs';
import type { ProjectId, Result } from '../../../shared';
import type { Actor } from '../domain/actor';
import type { Project } from '../domain/project';

/** Archives a project, for its administrators, whatever is deployed there: who archives for a person asks for that first. Refused: ACCESS.*. */
export class CloseProject extends Command<Result<Project>> {
  constructor(readonly actor: Actor, readonly projectId: ProjectId) {
    super();
    Object.freeze(this);
  }
}
