import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { fail, History, ok, type Result } from '../../../shared';
import { grantNotFound } from '../domain/access-failures';
import type { Grant } from '../domain/grant';
import { GrantRepository } from '../persistence/grant.repository';
import { Authorise } from '../queries/authorise.query';
import { RevokeGrant } from './revoke-grant.command';

@CommandHandler(RevokeGrant)
export class RevokeGrantHandler implements ICommandHandler<RevokeGrant> {
  constructor(
    private readonly queries: QueryBus,
    private readonly grants: GrantRepository,
    private readonly transaction: Transaction,
    private readonly history: History,
  ) {}

  async execute({ actor, grantId }: RevokeGrant): Promise<Result<Grant>> {
    const grant = await this.grants.findAlive(grantId);
    const authorised = grant && (await this.queries.execute(new Authorise(actor, grant.projectId, 'ADMIN')));
    // What one may not administer has no grants either.
    if (!grant || !authorised?.ok) return fail(authorised && !authorised.ok && authorised.failure.code === 'ACCESS.LEVEL_NEEDED' ? authorised.failure : grantNotFound());
    return this.transaction.run(async () => {
      if (!(await this.grants.revoke(grantId, actor.userId))) return fail(grantNotFound());
      const { projectId, holder, level } = grant;
      await this.history.record({ guildId: actor.guildId, actorId: actor.userId, action: 'grant.revoke', subject: grantId, projectId, outcome: 'done', detail: { holder, level } });
      return ok(grant);
    });
  }
}
