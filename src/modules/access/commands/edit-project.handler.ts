import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { fail, History, ok, type Result } from '../../../shared';
import { projectArchived } from '../domain/access-failures';
import { changeProject, type Project } from '../domain/project';
import { ProjectRepository } from '../persistence/project.repository';
import { Authorise } from '../queries/authorise.query';
import { EditProject } from './edit-project.command';

@CommandHandler(EditProject)
export class EditProjectHandler implements ICommandHandler<EditProject> {
  constructor(
    private readonly queries: QueryBus,
    private readonly projects: ProjectRepository,
    private readonly transaction: Transaction,
    private readonly history: History,
  ) {}

  async execute({ actor, projectId, change }: EditProject): Promise<Result<Project>> {
    const authorised = await this.queries.execute(new Authorise(actor, projectId, 'ADMIN'));
    if (!authorised.ok) return authorised;
    const { project } = authorised.value;
    if (project.archivedAt) return fail(projectArchived(project.name));
    const changed = changeProject(project, change);
    if (!changed.ok) return changed;
    return this.transaction.run(async () => {
      await this.projects.put(changed.value);
      await this.history.record({ guildId: actor.guildId, actorId: actor.userId, action: 'project.edit', subject: projectId, projectId, outcome: 'done', detail: { ...change } });
      return ok(changed.value);
    });
  }
}
