import { Query } from '@nestjs/cqrs';
import type { ProjectId, Result } from '../../../shared';
import type { Actor, Project } from '../../access';
import type { Quota } from '../domain/quota';

export interface ProjectQuotas {
  readonly project: Project;
  readonly quotas: readonly Quota[];
}

/** Every quota of a project, for whoever may see it. Refused: ACCESS.*. */
export class ListQuotas extends Query<Result<ProjectQuotas>> {
  constructor(readonly actor: Actor, readonly projectId: ProjectId) {
    super();
    Object.freeze(this);
  }
}
