import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { fail, ok, type Result } from '../../../shared';
import { levelNeeded, projectNotFound } from '../domain/access-failures';
import { includesLevel } from '../domain/access-level';
import { GrantRepository } from '../persistence/grant.repository';
import { ProjectRepository } from '../persistence/project.repository';
import { Authorise, type AuthorisedProject } from './authorise.query';

@QueryHandler(Authorise)
export class AuthoriseHandler implements IQueryHandler<Authorise> {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly grants: GrantRepository,
  ) {}

  async execute({ actor, projectId, level: needed }: Authorise): Promise<Result<AuthorisedProject>> {
    const project = await this.projects.find(projectId);
    if (!project || project.guildId !== actor.guildId) return fail(projectNotFound());
    const level = actor.isGuildManager ? 'ADMIN' : (await this.grants.levelsOf(actor.userId, [projectId])).get(projectId);
    if (!level) return fail(projectNotFound());
    return includesLevel(level, needed) ? ok({ project, level }) : fail(levelNeeded(needed, level, project.name));
  }
}
