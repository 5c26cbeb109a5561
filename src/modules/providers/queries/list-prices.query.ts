import { Query } from '@nestjs/cqrs';
import type { ListPrice } from '../domain/list-price';

/** The list prices a provider brings with it; none where the provider is unknown. */
export class ListPrices extends Query<readonly ListPrice[]> {
  constructor(readonly provider: string) {
    super();
    Object.freeze(this);
  }
}
