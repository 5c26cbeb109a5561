/** A published price, without discounts, taxes and free tiers. */
export interface ListPrice {
  /** `vm/e2-small`: a category, then the cloud's own name. */
  readonly sku: string;
  /** The cloud's region, or `global` where the price is the same everywhere. */
  readonly region: string;
  readonly unit: 'hour' | 'month' | 'gb_month';
  readonly usd: number;
  /** The day it was listed, `YYYY-MM-DD`. */
  readonly date: string;
  readonly source: string;
  /** True where the source could not be checked against the cloud's own list. */
  readonly unverified?: true;
}
