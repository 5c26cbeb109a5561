import { Query } from '@nestjs/cqrs';
import type { PricedResource, ResourcePricing } from '../domain/price-component';

export interface PricesRequest {
  readonly provider: string;
  /** Where the configuration is, for resources that do not name their own region. */
  readonly region: string;
  readonly resources: readonly PricedResource[];
}

/** How each resource is billed, in the order given; `unknown` for types and providers nobody describes. */
export class DescribePrices extends Query<readonly ResourcePricing[]> {
  constructor(readonly request: PricesRequest) {
    super();
    Object.freeze(this);
  }
}
