import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { Clock, History, ok, type ProjectId, type Result } from '../../../shared';
import { makeRequest } from '../domain/access-request';
import { ProjectRepository } from '../persistence/project.repository';
import { RequestRepository } from '../persistence/request.repository';
import { RequestAccess, type OpenRequest } from './request-access.command';

const NOWHERE = 'prj_none' as ProjectId;

@CommandHandler(RequestAccess)
export class RequestAccessHandler implements ICommandHandler<RequestAccess> {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly requests: RequestRepository,
    private readonly transaction: Transaction,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, project: named, wanted }: RequestAccess): Promise<Result<OpenRequest | undefined>> {
    const { guildId, userId } = actor;
    const project = (await this.projects.listOf(guildId)).find(({ id, name, archivedAt }) => (id === named || name === named) && !archivedAt);
    const request = makeRequest({ guildId, projectId: project?.id ?? NOWHERE, userId }, wanted, await this.clock.now());
    if (!request.ok) return request;
    if (!project) return ok(undefined);
    return this.transaction.run(async () => {
      await this.requests.add(request.value);
      const { id, level, durationMs, reason } = request.value;
      await this.history.record({ guildId, actorId: userId, action: 'access.request', subject: id, projectId: project.id, outcome: 'done', detail: { level, durationMs, reason } });
      return ok({ request: request.value, project });
    });
  }
}
