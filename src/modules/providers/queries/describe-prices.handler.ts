import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { HOURS_PER_MONTH } from '../../../shared';
import type { ResourcePricing } from '../domain/price-component';
import { ProviderRegistry } from '../provider-registry';
import { DescribePrices } from './describe-prices.query';

@QueryHandler(DescribePrices)
export class DescribePricesHandler implements IQueryHandler<DescribePrices> {
  constructor(private readonly registry: ProviderRegistry) {}

  async execute({ request: { provider, region, resources } }: DescribePrices): Promise<readonly ResourcePricing[]> {
    const offer = this.registry.find(provider);
    const prices = offer?.prices;
    const hoursPerMonth = offer?.provider.billedHoursPerMonth ?? HOURS_PER_MONTH;
    return resources.map(({ address, type, values }) => ({ address, hoursPerMonth, ...(prices?.get(type)?.(values, { region }) ?? { pricing: 'unknown' }) }));
  }
}
