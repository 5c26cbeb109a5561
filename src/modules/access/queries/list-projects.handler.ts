import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { includesLevel } from '../domain/access-level';
import { GrantRepository } from '../persistence/grant.repository';
import { ProjectRepository } from '../persistence/project.repository';
import type { AuthorisedProject } from './authorise.query';
import { ListProjects } from './list-projects.query';

@QueryHandler(ListProjects)
export class ListProjectsHandler implements IQueryHandler<ListProjects> {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly grants: GrantRepository,
  ) {}

  async execute({ actor, level: needed }: ListProjects): Promise<readonly AuthorisedProject[]> {
    const projects = await this.projects.listOf(actor.guildId);
    const granted = actor.isGuildManager ? undefined : await this.grants.levelsOf(actor.userId, projects.map(({ id }) => id));
    return projects.flatMap((project) => {
      const level = granted ? granted.get(project.id) : 'ADMIN';
      return level && includesLevel(level, needed) ? [{ project, level }] : [];
    });
  }
}
