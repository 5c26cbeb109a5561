import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ResourcePricing } from '../domain/price-component';
import { ProviderRegistry } from '../provider-registry';
import { DescribePrices } from './describe-prices.query';

@QueryHandler(DescribePrices)
export class DescribePricesHandler implements IQueryHandler<DescribePrices> {
  constructor(private readonly registry: ProviderRegistry) {}

  async execute({ request: { provider, region, resources } }: DescribePrices): Promise<readonly ResourcePricing[]> {
    const prices = this.registry.find(provider)?.prices;
    return resources.map(({ address, type, values }) => ({ address, ...(prices?.get(type)?.(values, { region }) ?? { pricing: 'unknown' }) }));
  }
}
