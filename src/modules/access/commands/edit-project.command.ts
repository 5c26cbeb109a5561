import { Command } from '@nestjs/cqrs';
import type { ProjectId, Result } from '../../../shared';
import type { Actor } from '../domain/actor';
import type { Project } from '../domain/project';
import type { NewProject } from './create-project.command';

/** Changes what is named of a project, for its administrators. Refused: ACCESS.*, PROJECT.* for what is wrong with it. */
export class EditProject extends Command<Result<Project>> {
  constructor(readonly actor: Actor, readonly projectId: ProjectId, readonly change: Partial<Omit<NewProject, 'name'>>) {
    super();
    Object.freeze(this);
  }
}
