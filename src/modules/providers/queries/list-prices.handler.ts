import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ListPrice } from '../domain/list-price';
import { ProviderRegistry } from '../provider-registry';
import { ListPrices } from './list-prices.query';

@QueryHandler(ListPrices)
export class ListPricesHandler implements IQueryHandler<ListPrices> {
  constructor(private readonly registry: ProviderRegistry) {}

  async execute({ provider }: ListPrices): Promise<readonly ListPrice[]> {
    return this.registry.find(provider)?.provider.prices ?? [];
  }
}
