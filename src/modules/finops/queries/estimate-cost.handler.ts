import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DescribePrices, type PriceComponent, type PricedResource, type ResourcePricing } from '../../providers';
import { PriceCatalogue } from '../catalogue/price-catalogue';
import { lookupIn, type PriceLookup } from '../catalogue/price-lookup';
import type { PricedComponent } from '../domain/component-cost';
import { estimateCost, type Bill, type CostedAs, type CostEstimate } from '../domain/cost-estimate';
import { EstimateCost, type CostedChange, type CostRequest } from './estimate-cost.query';

type Side = 'before' | 'after';
type Pricings = ReadonlyMap<string, ResourcePricing>;

@QueryHandler(EstimateCost)
export class EstimateCostHandler implements IQueryHandler<EstimateCost> {
  constructor(
    private readonly queries: QueryBus,
    private readonly catalogue: PriceCatalogue,
  ) {}

  async execute({ request: { provider, region, changes } }: EstimateCost): Promise<CostEstimate> {
    const resources = changes.filter(({ actions }) => !actions.includes('read'));
    const before = await this.pricings({ provider, region }, resources, 'before');
    const after = await this.pricings({ provider, region }, resources, 'after');
    const priceOf = lookupIn(await this.catalogue.find(provider, skusOf(before, after)));
    return estimateCost(resources.map(({ address, type, actions }) => ({ address, type, change: changeOf(actions), ...sideOf('before', before.get(address), priceOf), ...sideOf('after', after.get(address), priceOf) })));
  }

  private async pricings(place: Pick<CostRequest, 'provider' | 'region'>, changes: readonly CostedChange[], side: Side): Promise<Pricings> {
    const resources = changes.flatMap(({ address, type, [side]: values }): PricedResource[] => (values ? [{ address, type, values }] : []));
    const pricings = await this.queries.execute(new DescribePrices({ ...place, resources }));
    return new Map(pricings.map((pricing) => [pricing.address, pricing]));
  }
}

function changeOf(actions: CostedChange['actions']): CostedAs {
  if (actions.includes('create')) return actions.includes('delete') ? 'replace' : 'create';
  if (actions.includes('delete')) return 'delete';
  return actions.includes('update') ? 'update' : 'none';
}

function skusOf(...sides: readonly Pricings[]): readonly string[] {
  const components = sides.flatMap((side) => [...side.values()].flatMap((pricing) => (pricing.pricing === 'components' ? pricing.components : [])));
  return [...new Set(components.filter(({ price }) => price === undefined).map(({ sku }) => sku))];
}

function sideOf(side: Side, pricing: ResourcePricing | undefined, priceOf: PriceLookup): Partial<Record<Side, Bill>> {
  return pricing === undefined ? {} : { [side]: billOf(pricing, priceOf) };
}

function billOf(pricing: ResourcePricing, priceOf: PriceLookup): Bill {
  if (pricing.pricing === 'components') return pricing.components.map((component) => priced(component, pricing.hoursPerMonth, priceOf));
  return pricing.pricing === 'free' ? [] : 'unknown';
}

function priced(component: PriceComponent, hoursPerMonth: number, priceOf: PriceLookup): PricedComponent {
  const price = component.price ?? priceOf(component.sku, component.region, component.unit);
  return { ...component, hoursPerMonth, ...(price && { price }) };
}
