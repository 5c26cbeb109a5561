import type { ListPrice } from '../../providers';

/** Where a price comes from: bundled with the provider's plugin, or read from its pricing API. */
export type PriceOrigin = 'bundled' | 'api';

/** The dated list prices in the database. */
export abstract class PriceCatalogue {
  /** Every price of these skus, in every region. */
  abstract find(provider: string, skus: readonly string[]): Promise<readonly ListPrice[]>;
  abstract all(provider: string): Promise<readonly ListPrice[]>;
  /** Enters prices. One that is listed at a later day already stays, and so does one of the same day from the API under a bundled one. */
  abstract put(provider: string, prices: readonly ListPrice[], origin: PriceOrigin): Promise<void>;
}
