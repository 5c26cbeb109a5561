import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ok, type Result } from '../../../shared';
import { Authorise } from '../../access';
import { UsageRepository } from '../persistence/usage.repository';
import { ListQuotas, type ProjectQuotas } from './list-quotas.query';

@QueryHandler(ListQuotas)
export class ListQuotasHandler implements IQueryHandler<ListQuotas> {
  constructor(
    private readonly queries: QueryBus,
    private readonly usage: UsageRepository,
  ) {}

  async execute({ actor, projectId }: ListQuotas): Promise<Result<ProjectQuotas>> {
    const authorised = await this.queries.execute(new Authorise(actor, projectId, 'READ'));
    return authorised.ok ? ok({ project: authorised.value.project, quotas: await this.usage.quotas(projectId) }) : authorised;
  }
}
