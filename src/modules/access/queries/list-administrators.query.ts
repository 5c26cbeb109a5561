import { Query } from '@nestjs/cqrs';
import type { ProjectId, UserId } from '../../../shared';

/** People who may decide in a project, as far as they are known by name: who holds ADMIN by themselves, and who made the project. */
export class ListAdministrators extends Query<readonly UserId[]> {
  constructor(readonly projectId: ProjectId) {
    super();
    Object.freeze(this);
  }
}
