import { Query } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { ReadPrice } from '../domain/price-list';

export interface PriceListAccess {
  /** Absent: the API's own address. */
  readonly url?: string;
  readonly key?: string;
}

export interface PriceListAnswer {
  readonly prices: readonly ReadPrice[];
  readonly source: string;
}

/** Asks a provider's pricing API for its list prices. Refused: PRICES.NONE where it has no such API, PRICES.KEY without a key it needs, PRICES.FAULT where it cannot be read. */
export class ReadPriceList extends Query<Result<PriceListAnswer>> {
  constructor(readonly provider: string, readonly regions: readonly string[], readonly access: PriceListAccess) {
    super();
    Object.freeze(this);
  }
}
