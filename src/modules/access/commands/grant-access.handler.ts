import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { Clock, fail, History, ok, type Result } from '../../../shared';
import { ownGrant } from '../domain/access-failures';
import { isOwn, makeGrant, type Grant } from '../domain/grant';
import { GrantRepository } from '../persistence/grant.repository';
import { Authorise } from '../queries/authorise.query';
import { GrantAccess } from './grant-access.command';

@CommandHandler(GrantAccess)
export class GrantAccessHandler implements ICommandHandler<GrantAccess> {
  constructor(
    private readonly queries: QueryBus,
    private readonly grants: GrantRepository,
    private readonly transaction: Transaction,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, projectId, holder, level, duration, reason, channelId }: GrantAccess): Promise<Result<Grant>> {
    const authorised = await this.queries.execute(new Authorise(actor, projectId, 'ADMIN'));
    if (!authorised.ok) return authorised;
    if (isOwn(holder, actor)) return fail(ownGrant());
    const grant = makeGrant({ projectId, holder, level, reason, grantedBy: actor.userId, now: await this.clock.now(), ...(duration !== undefined && { duration }), ...(channelId !== undefined && { channelId }) });
    if (!grant.ok) return grant;
    await this.transaction.run(async () => {
      await this.grants.add(grant.value);
      await this.history.record({ guildId: actor.guildId, actorId: actor.userId, action: 'grant.give', subject: grant.value.id, projectId, outcome: 'done', detail: { holder, level, endsAt: grant.value.endsAt, reason } });
    });
    return ok(grant.value);
  }
}
