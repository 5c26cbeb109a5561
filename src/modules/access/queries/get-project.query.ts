import { Query } from '@nestjs/cqrs';
import type { ProjectId } from '../../../shared';
import type { Project } from '../domain/project';

/** A project by id, for the engine's own work: whoever acts for a person asks Authorise instead. */
export class GetProject extends Query<Project | undefined> {
  constructor(readonly projectId: ProjectId) {
    super();
    Object.freeze(this);
  }
}
