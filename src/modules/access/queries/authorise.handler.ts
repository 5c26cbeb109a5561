import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { fail, ok, type Result } from '../../../shared';
import { levelNeeded, projectArchived, projectNotFound } from '../domain/access-failures';
import { includesLevel } from '../domain/access-level';
import { heldLevel } from '../domain/held-level';
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
    const held = heldLevel(actor, await this.grants.heldBy(actor, [projectId]));
    if (!held) return fail(projectNotFound());
    if (!includesLevel(held.level, needed)) return fail(levelNeeded(needed, held.level, project.name));
    return project.archivedAt && needed !== 'READ' ? fail(projectArchived(project.name)) : ok({ project, ...held });
  }
}
