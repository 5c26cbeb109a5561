import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { UserId } from '../../../shared';
import { GrantRepository } from '../persistence/grant.repository';
import { ProjectRepository } from '../persistence/project.repository';
import { ListAdministrators } from './list-administrators.query';

const MOST_GRANTS = 200;

@QueryHandler(ListAdministrators)
export class ListAdministratorsHandler implements IQueryHandler<ListAdministrators> {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly grants: GrantRepository,
  ) {}

  async execute({ projectId }: ListAdministrators): Promise<readonly UserId[]> {
    const [project, grants] = [await this.projects.find(projectId), await this.grants.alive([projectId], MOST_GRANTS)];
    const holders = grants.filter(({ level, holder }) => level === 'ADMIN' && holder.kind === 'user').map(({ holder }) => holder.id as UserId);
    return [...new Set([...holders, ...(project ? [project.createdBy] : [])])];
  }
}
