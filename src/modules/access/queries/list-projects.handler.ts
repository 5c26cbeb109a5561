import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { includesLevel } from '../domain/access-level';
import { heldLevel } from '../domain/held-level';
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
    const grants = actor.isGuildManager ? [] : await this.grants.heldBy(actor, projects.map(({ id }) => id));
    return projects.flatMap((project) => {
      const held = heldLevel(actor, grants.filter(({ projectId }) => projectId === project.id));
      return held && includesLevel(held.level, needed) && (needed === 'READ' || !project.archivedAt) ? [{ project, ...held }] : [];
    });
  }
}
