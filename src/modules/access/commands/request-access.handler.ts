import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { Clock, History, ok, type Result } from '../../../shared';
import { makeRequest, type AccessRequest } from '../domain/access-request';
import { ProjectRepository } from '../persistence/project.repository';
import { RequestRepository } from '../persistence/request.repository';
import { RequestAccess } from './request-access.command';

@CommandHandler(RequestAccess)
export class RequestAccessHandler implements ICommandHandler<RequestAccess> {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly requests: RequestRepository,
    private readonly transaction: Transaction,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, project: named, wanted, channelId }: RequestAccess): Promise<Result<AccessRequest>> {
    const { guildId, userId } = actor;
    const project = (await this.projects.listOf(guildId)).find(({ id, name, archivedAt }) => (id === named || name === named) && !archivedAt);
    const request = makeRequest({ guildId, projectId: project?.id, userId, channelId }, wanted, await this.clock.now());
    if (!request.ok) return request;
    return this.transaction.run(async () => {
      await this.requests.add(request.value);
      const { id, level, durationMs, reason } = request.value;
      await this.history.record({ guildId, actorId: userId, action: 'access.request', subject: id, outcome: 'done', detail: { project: named.slice(0, 100), level, durationMs, reason }, ...(project && { projectId: project.id }) });
      return ok(request.value);
    });
  }
}
