import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { fail, History, ok, type Result } from '../../../shared';
import { changedMeanwhile, changeNotFound, ownChange, proposerGone } from '../domain/access-failures';
import type { Actor } from '../domain/actor';
import { changeProject, type Project } from '../domain/project';
import type { ProjectChange } from '../domain/project-change';
import { ChangeRepository } from '../persistence/change.repository';
import { GrantRepository } from '../persistence/grant.repository';
import { ProjectRepository } from '../persistence/project.repository';
import { Authorise } from '../queries/authorise.query';
import { DecideChange, type DecidedChange } from './decide-change.command';

@CommandHandler(DecideChange)
export class DecideChangeHandler implements ICommandHandler<DecideChange> {
  constructor(
    private readonly queries: QueryBus,
    private readonly changes: ChangeRepository,
    private readonly projects: ProjectRepository,
    private readonly grants: GrantRepository,
    private readonly transaction: Transaction,
    private readonly history: History,
  ) {}

  async execute({ actor, changeId, isApproved }: DecideChange): Promise<Result<DecidedChange>> {
    const change = await this.changes.findOpen(changeId);
    if (!change || change.guildId !== actor.guildId) return fail(changeNotFound());
    const authorised = await this.queries.execute(new Authorise(actor, change.projectId, 'ADMIN'));
    if (!authorised.ok) return authorised.failure.code === 'ACCESS.PROJECT_NOT_FOUND' ? fail(changeNotFound()) : authorised;
    if (change.askedBy === actor.userId && isApproved) return fail(ownChange());
    const { project } = authorised.value;
    const changed = changeProject(project, change.edit);
    if (!changed.ok) return changed;
    if (isApproved && project.version !== change.baseVersion) return fail(changedMeanwhile(project.name));
    return this.transaction.run(() => (isApproved ? this.approve(actor, change, changed.value) : this.decline(actor, change, project)));
  }

  // The grants of whoever proposed it are held until this is committed.
  private async approve(actor: Actor, change: ProjectChange, changed: Project): Promise<Result<DecidedChange>> {
    if ((await this.grants.hold(change.via)).length === 0) return fail(proposerGone());
    if (!(await this.changes.decide(change.id, actor.userId, true))) return fail(changeNotFound());
    const project = await this.projects.put(changed);
    if (!project) throw new Error(`Project ${changed.id} was changed while a change of it was agreed to`);
    await this.record(actor, change, 'project.edit');
    return ok({ change, project, isApproved: true });
  }

  private async decline(actor: Actor, change: ProjectChange, project: Project): Promise<Result<DecidedChange>> {
    if (!(await this.changes.decide(change.id, actor.userId, false))) return fail(changeNotFound());
    await this.record(actor, change, 'project.decline');
    return ok({ change, project, isApproved: false });
  }

  private async record({ guildId, userId }: Actor, { id, projectId, edit, askedBy }: ProjectChange, action: string): Promise<void> {
    await this.history.record({ guildId, actorId: userId, action, subject: projectId, projectId, outcome: 'done', detail: { ...edit, change: id, askedBy } });
  }
}
