import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { fail, failure, History, ok, type Result } from '../../../shared';
import { Authorise } from '../../access';
import { ListKinds, ListProviders } from '../../providers';
import { checkLimit, isRaised, type Quota } from '../domain/quota';
import { UsageRepository } from '../persistence/usage.repository';
import { SetQuota } from './set-quota.command';

@CommandHandler(SetQuota)
export class SetQuotaHandler implements ICommandHandler<SetQuota> {
  constructor(
    private readonly queries: QueryBus,
    private readonly usage: UsageRepository,
    private readonly transaction: Transaction,
    private readonly history: History,
  ) {}

  async execute({ actor, projectId, kind, limit }: SetQuota): Promise<Result<readonly Quota[]>> {
    const authorised = await this.queries.execute(new Authorise(actor, projectId, 'ADMIN'));
    if (!authorised.ok) return authorised;
    const known = await this.kinds();
    if (!known.includes(kind)) return fail(failure('QUOTA.KIND', `There is no such kind of resource. Choose one of: ${known.join(', ')}.`, 'kind'));
    const checked = limit === undefined ? ok(undefined) : checkLimit(limit);
    if (!checked.ok) return checked;
    return this.transaction.run(async () => {
      await this.usage.lock(projectId);
      const before = (await this.usage.quotas(projectId)).find((quota) => quota.kind === kind);
      if (!actor.isGuildManager && isRaised(before?.limit, checked.value)) return fail(failure('QUOTA.RAISE', 'A quota is raised or lifted by who manages this server: ask one of them. Administrators of a project may lower it.', 'limit'));
      await this.usage.setQuota(projectId, kind, checked.value);
      await this.history.record({ guildId: actor.guildId, actorId: actor.userId, action: 'quota.set', subject: projectId, projectId, outcome: 'done', detail: { kind, limit: checked.value ?? null } });
      return ok(await this.usage.quotas(projectId));
    });
  }

  private async kinds(): Promise<readonly string[]> {
    const providers = await this.queries.execute(new ListProviders());
    const kinds = await Promise.all(providers.map(({ name }) => this.queries.execute(new ListKinds(name))));
    return [...new Set(kinds.flat().map(({ kind }) => kind))].sort();
  }
}
