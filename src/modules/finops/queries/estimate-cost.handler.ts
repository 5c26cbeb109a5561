import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DescribePrices, ListPrices, type PricedResource, type PriceComponent, type ResourcePricing } from '../../providers';
import { lookupIn, type PriceLookup } from '../catalogue/price-catalogue';
import type { PricedComponent } from '../domain/component-cost';
import { estimateCost, type Bill, type CostEstimate } from '../domain/cost-estimate';
import { EstimateCost, type CostedChange, type CostRequest } from './estimate-cost.query';

type Side = 'before' | 'after';

@QueryHandler(EstimateCost)
export class EstimateCostHandler implements IQueryHandler<EstimateCost> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ request: { provider, region, changes } }: EstimateCost): Promise<CostEstimate> {
    const resources = changes.filter(({ actions }) => !actions.includes('read'));
    const priceOf = lookupIn(await this.queries.execute(new ListPrices(provider)));
    const before = await this.bills({ provider, region }, resources, 'before', priceOf);
    const after = await this.bills({ provider, region }, resources, 'after', priceOf);
    return estimateCost(resources.map(({ address, type }) => ({ address, type, ...sideOf('before', before.get(address)), ...sideOf('after', after.get(address)) })));
  }

  private async bills(place: Pick<CostRequest, 'provider' | 'region'>, changes: readonly CostedChange[], side: Side, priceOf: PriceLookup): Promise<ReadonlyMap<string, Bill>> {
    const resources = changes.flatMap(({ address, type, [side]: values }): PricedResource[] => (values ? [{ address, type, values }] : []));
    const pricings = await this.queries.execute(new DescribePrices({ ...place, resources }));
    return new Map(pricings.map((pricing) => [pricing.address, billOf(pricing, priceOf)]));
  }
}

function sideOf(side: Side, bill: Bill | undefined): Partial<Record<Side, Bill>> {
  return bill === undefined ? {} : { [side]: bill };
}

function billOf(pricing: ResourcePricing, priceOf: PriceLookup): Bill {
  if (pricing.pricing === 'components') return pricing.components.map((component) => priced(component, priceOf));
  return pricing.pricing === 'free' ? [] : 'unknown';
}

function priced(component: PriceComponent, priceOf: PriceLookup): PricedComponent {
  const price = component.price ?? priceOf(component.sku, component.region, component.unit);
  return { ...component, ...(price && { price }) };
}
