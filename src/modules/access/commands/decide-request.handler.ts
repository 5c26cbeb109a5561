import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { Clock, fail, History, newId, ok, type GrantId, type ProjectId, type Result } from '../../../shared';
import { ownRequest, requestNotFound } from '../domain/access-failures';
import type { AccessRequest } from '../domain/access-request';
import type { Grant } from '../domain/grant';
import { GrantRepository } from '../persistence/grant.repository';
import { RequestRepository } from '../persistence/request.repository';
import { Authorise } from '../queries/authorise.query';
import { DecideRequest, type DecidedRequest } from './decide-request.command';

@CommandHandler(DecideRequest)
export class DecideRequestHandler implements ICommandHandler<DecideRequest> {
  constructor(
    private readonly queries: QueryBus,
    private readonly requests: RequestRepository,
    private readonly grants: GrantRepository,
    private readonly transaction: Transaction,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, requestId, isApproved, channelId }: DecideRequest): Promise<Result<DecidedRequest>> {
    const request = await this.requests.findOpen(requestId);
    if (!request || request.guildId !== actor.guildId || !isForProject(request)) return fail(requestNotFound());
    if (request.userId === actor.userId) return fail(ownRequest());
    const authorised = await this.queries.execute(new Authorise(actor, request.projectId, 'ADMIN'));
    if (!authorised.ok) return authorised.failure.code === 'ACCESS.PROJECT_NOT_FOUND' ? fail(requestNotFound()) : authorised;
    const grant = isApproved ? grantFor(request, actor.userId, await this.clock.now(), channelId) : undefined;
    return this.transaction.run(async () => {
      // Somebody else may have decided first, or its time run out in between.
      if (!(await this.requests.hold(requestId))) return fail(requestNotFound());
      if (grant) await this.grants.add(grant);
      await this.requests.decide(requestId, actor.userId, grant?.id);
      const { projectId, userId, level } = request;
      await this.history.record({ guildId: actor.guildId, actorId: actor.userId, action: isApproved ? 'access.approve' : 'access.deny', subject: requestId, projectId, outcome: 'done', detail: { userId, level, grantId: grant?.id } });
      return ok({ request, ...(grant && { grant }) });
    });
  }
}

// Nobody administers what is not there.
function isForProject(request: AccessRequest): request is AccessRequest & { readonly projectId: ProjectId } {
  return request.projectId !== undefined;
}

function grantFor({ projectId, userId, level, reason, durationMs }: AccessRequest & { readonly projectId: ProjectId }, grantedBy: Grant['grantedBy'], now: Date, channelId?: string): Grant {
  return {
    id: newId<GrantId>('grt'), projectId, holder: { kind: 'user', id: userId }, level, reason, grantedBy, grantedAt: now, endsAt: new Date(now.getTime() + durationMs),
    ...(channelId !== undefined && { channelId }),
  };
}
