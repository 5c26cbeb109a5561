import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fail, type Result } from '../../../shared';
import { grantNotFound } from '../domain/access-failures';
import { GrantRepository } from '../persistence/grant.repository';
import { ProjectRepository } from '../persistence/project.repository';
import type { AccessRequest } from '../domain/access-request';
import { RequestAccess } from './request-access.command';
import { RequestMore } from './request-more.command';

@CommandHandler(RequestMore)
export class RequestMoreHandler implements ICommandHandler<RequestMore> {
  constructor(
    private readonly commands: CommandBus,
    private readonly grants: GrantRepository,
    private readonly projects: ProjectRepository,
  ) {}

  async execute({ actor, grantId, duration, reason, channelId }: RequestMore): Promise<Result<AccessRequest>> {
    const grant = await this.grants.find(grantId);
    const project = grant && (await this.projects.find(grant.projectId));
    const isHeld = grant && (grant.holder.kind === 'user' ? grant.holder.id === actor.userId : [actor.guildId as string, ...actor.roleIds].includes(grant.holder.id));
    if (!project || project.guildId !== actor.guildId || !isHeld) return fail(grantNotFound());
    return this.commands.execute(new RequestAccess(actor, project.id, { level: grant.level, duration, reason }, channelId));
  }
}
