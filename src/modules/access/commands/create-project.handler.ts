import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { Clock, fail, History, ok, type Result } from '../../../shared';
import { adminNeeded, nameTaken } from '../domain/access-failures';
import { makeProject, type Project } from '../domain/project';
import { ProjectRepository } from '../persistence/project.repository';
import { CreateProject } from './create-project.command';

@CommandHandler(CreateProject)
export class CreateProjectHandler implements ICommandHandler<CreateProject> {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly transaction: Transaction,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, project: wanted }: CreateProject): Promise<Result<Project>> {
    if (!actor.isGuildManager) return fail(adminNeeded());
    const project = makeProject({
      guildId: actor.guildId, name: wanted.name, environment: wanted.environment, providers: wanted.providers, regions: wanted.regions ?? [],
      credentialsProfile: wanted.credentialsProfile ?? 'default', rules: wanted.rules ?? {}, createdBy: actor.userId, createdAt: await this.clock.now(),
      ...(wanted.approvals !== undefined && { approvals: wanted.approvals }), ...(wanted.monthlyBudgetUsd !== undefined && { monthlyBudgetUsd: wanted.monthlyBudgetUsd }), ...(wanted.channelId !== undefined && { channelId: wanted.channelId }),
    });
    if (!project.ok) return project;
    return this.transaction.run(async () => {
      if (!(await this.projects.add(project.value))) return fail(nameTaken(project.value.name));
      await this.history.record({ guildId: actor.guildId, actorId: actor.userId, action: 'project.create', subject: project.value.id, projectId: project.value.id, outcome: 'done', detail: { name: project.value.name, environment: project.value.environment } });
      return ok(project.value);
    });
  }
}
