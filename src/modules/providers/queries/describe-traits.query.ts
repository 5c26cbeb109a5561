import { Query } from '@nestjs/cqrs';
import type { PricedResource } from '../domain/price-component';
import type { ResourceTraits } from '../domain/resource-traits';

/** What a policy has to know of each resource, in the order given; nothing of types and providers that nobody describes. */
export class DescribeTraits extends Query<readonly ResourceTraits[]> {
  constructor(readonly provider: string, readonly resources: readonly Omit<PricedResource, 'address'>[]) {
    super();
    Object.freeze(this);
  }
}
