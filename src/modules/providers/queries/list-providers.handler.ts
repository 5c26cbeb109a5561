import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ProviderRegistry } from '../provider-registry';
import { ListProviders, type ProviderSummary } from './list-providers.query';

@QueryHandler(ListProviders)
export class ListProvidersHandler implements IQueryHandler<ListProviders> {
  constructor(private readonly registry: ProviderRegistry) {}

  async execute(): Promise<readonly ProviderSummary[]> {
    return this.registry.all().map(({ provider: { name, title, regions, defaultRegion } }) => ({ name, title, regions, defaultRegion }));
  }
}
