import { Command } from '@nestjs/cqrs';
import type { ProjectId, Result } from '../../../shared';
import type { Actor } from '../domain/actor';
import type { Project } from '../domain/project';
import type { ProjectChange, ProjectEdit } from '../domain/project-change';

export interface EditedProject {
  /** As it is now. */
  readonly project: Project;
  /** What waits for another administrator; absent: everything that was named has changed. */
  readonly proposed?: ProjectChange;
}

/**
 * Changes what is named of a project. Who manages the guild changes all of it at once; of what an administrator names, whatever
 * protects the project waits for another one (`DecideChange`). Refused: ACCESS.*, PROJECT.* for what is wrong with it.
 */
export class EditProject extends Command<Result<EditedProject>> {
  constructor(readonly actor: Actor, readonly projectId: ProjectId, readonly edit: ProjectEdit) {
    super();
    Object.freeze(this);
  }
}
