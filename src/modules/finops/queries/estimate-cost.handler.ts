import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DescribePrices, type PricedResource, type PriceComponent, type ResourcePricing } from '../../providers';
import { bundledPrice } from '../catalogue/price-catalogue';
import type { PricedComponent } from '../domain/component-cost';
import { estimateCost, type Bill, type CostEstimate } from '../domain/cost-estimate';
import { EstimateCost, type CostedChange } from './estimate-cost.query';

type Side = 'before' | 'after';

@QueryHandler(EstimateCost)
export class EstimateCostHandler implements IQueryHandler<EstimateCost> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ request: { provider, changes } }: EstimateCost): Promise<CostEstimate> {
    const resources = changes.filter(({ actions }) => !actions.includes('read'));
    const before = await this.bills(provider, resources, 'before');
    const after = await this.bills(provider, resources, 'after');
    return estimateCost(resources.map(({ address, type }) => ({ address, type, ...sideOf('before', before.get(address)), ...sideOf('after', after.get(address)) })));
  }

  private async bills(provider: string, changes: readonly CostedChange[], side: Side): Promise<ReadonlyMap<string, Bill>> {
    const resources = changes.flatMap(({ address, type, [side]: values }): PricedResource[] => (values ? [{ address, type, values }] : []));
    const pricings = await this.queries.execute(new DescribePrices({ provider, resources }));
    return new Map(pricings.map((pricing) => [pricing.address, billOf(provider, pricing)]));
  }
}

function sideOf(side: Side, bill: Bill | undefined): Partial<Record<Side, Bill>> {
  return bill === undefined ? {} : { [side]: bill };
}

function billOf(provider: string, pricing: ResourcePricing): Bill {
  if (pricing.pricing === 'components') return pricing.components.map((component) => priced(provider, component));
  return pricing.pricing === 'free' ? [] : 'unknown';
}

function priced(provider: string, component: PriceComponent): PricedComponent {
  const price = bundledPrice(provider, component.sku, component.region, component.unit);
  return { ...component, ...(price && { price }) };
}
