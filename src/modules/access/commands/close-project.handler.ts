import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { Clock, fail, History, ok, type Result } from '../../../shared';
import { changedMeanwhile } from '../domain/access-failures';
import type { Project } from '../domain/project';
import { ProjectRepository } from '../persistence/project.repository';
import { Authorise } from '../queries/authorise.query';
import { CloseProject } from './close-project.command';

@CommandHandler(CloseProject)
export class CloseProjectHandler implements ICommandHandler<CloseProject> {
  constructor(
    private readonly queries: QueryBus,
    private readonly projects: ProjectRepository,
    private readonly transaction: Transaction,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, projectId }: CloseProject): Promise<Result<Project>> {
    const authorised = await this.queries.execute(new Authorise(actor, projectId, 'ADMIN'));
    if (!authorised.ok) return authorised;
    const archived = { ...authorised.value.project, archivedAt: await this.clock.now() };
    return this.transaction.run(async () => {
      if (!(await this.projects.put(archived))) return fail(changedMeanwhile(archived.name));
      await this.history.record({ guildId: actor.guildId, actorId: actor.userId, action: 'project.archive', subject: projectId, projectId, outcome: 'done' });
      return ok(archived);
    });
  }
}
