import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { Clock, fail, History, ok, type GrantId, type Result } from '../../../shared';
import { changedMeanwhile, projectArchived } from '../domain/access-failures';
import type { Actor } from '../domain/actor';
import { changeProject, type Project } from '../domain/project';
import { proposeChange, protectedPart, type ProjectEdit } from '../domain/project-change';
import { ChangeRepository } from '../persistence/change.repository';
import { ProjectRepository } from '../persistence/project.repository';
import { Authorise } from '../queries/authorise.query';
import { EditProject, type EditedProject } from './edit-project.command';

@CommandHandler(EditProject)
export class EditProjectHandler implements ICommandHandler<EditProject> {
  constructor(
    private readonly queries: QueryBus,
    private readonly projects: ProjectRepository,
    private readonly changes: ChangeRepository,
    private readonly transaction: Transaction,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, projectId, edit }: EditProject): Promise<Result<EditedProject>> {
    const authorised = await this.queries.execute(new Authorise(actor, projectId, 'ADMIN'));
    if (!authorised.ok) return authorised;
    const { project, grantIds } = authorised.value;
    if (project.archivedAt) return fail(projectArchived(project.name));
    // What is wrong with it is said at once, whoever has to agree.
    const wanted = changeProject(project, edit);
    if (!wanted.ok) return wanted;
    return actor.isGuildManager ? this.change(actor, wanted.value, edit) : this.propose(actor, project, grantIds, edit);
  }

  private async change(actor: Actor, changed: Project, edit: ProjectEdit): Promise<Result<EditedProject>> {
    return this.transaction.run(async () => {
      const project = await this.projects.put(changed);
      if (!project) return fail(changedMeanwhile(changed.name));
      await this.history.record({ guildId: actor.guildId, actorId: actor.userId, action: 'project.edit', subject: project.id, projectId: project.id, outcome: 'done', detail: { ...edit } });
      return ok({ project });
    });
  }

  private async propose(actor: Actor, project: Project, via: readonly GrantId[], edit: ProjectEdit): Promise<Result<EditedProject>> {
    const guarded = protectedPart(edit);
    const free = edit.channelId === undefined ? ok(project) : changeProject(project, { channelId: edit.channelId });
    if (!free.ok) return free;
    if (!guarded) return this.change(actor, free.value, edit);
    const now = await this.clock.now();
    return this.transaction.run(async () => {
      const current = edit.channelId === undefined ? project : await this.projects.put(free.value);
      if (!current) return fail(changedMeanwhile(project.name));
      const proposed = proposeChange({ guildId: actor.guildId, projectId: project.id, baseVersion: current.version, edit: guarded, askedBy: actor.userId, via }, now);
      await this.changes.add(proposed);
      await this.history.record({ guildId: actor.guildId, actorId: actor.userId, action: 'project.propose', subject: proposed.id, projectId: project.id, outcome: 'done', detail: { ...edit } });
      return ok({ project: current, proposed });
    });
  }
}
