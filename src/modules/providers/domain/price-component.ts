import type { JsonObject } from './json';
import type { ListPrice } from './list-price';

/**
 * A part of a resource that is billed by itself, without its price.
 * `quantity` counts what one unit price is for: machines for `hour` and `month`, gigabytes for `gb_month`.
 * A quantity of 0 is a part billed by use of which none is assumed; `assumption` then says so.
 */
export interface PriceComponent {
  /** What is billed, the same before and after a change: `Machine`, `Boot disk`. */
  readonly label: string;
  /** The name in the price catalogue: `vm/e2-small`, `disk/pd-balanced`. */
  readonly sku: string;
  readonly region: string;
  readonly quantity: number;
  readonly unit: 'hour' | 'month' | 'gb_month';
  /** What was assumed where the plan does not say. */
  readonly assumption?: string;
  /** Its list price, where the kind itself knows it; else the provider's prices are asked by sku, region and unit. */
  readonly price?: Omit<ListPrice, 'sku' | 'region' | 'unit'>;
}

/** A resource of a plan, by its Terraform address and type, with its values before or after the change. */
export interface PricedResource {
  readonly address: string;
  readonly type: string;
  readonly values: JsonObject;
}

/** How one Terraform resource is billed; `unknown` where nobody says, which never means nothing. */
export type Pricing =
  | { readonly pricing: 'components'; readonly components: readonly PriceComponent[] }
  | { readonly pricing: 'free' }
  | { readonly pricing: 'unknown' };

/** Says how a resource is billed from its planned values. `region` is the configuration's, for resources that do not name theirs. */
export type PriceOf = (values: JsonObject, place: { readonly region: string }) => Pricing;

/** `hoursPerMonth`: how many the provider bills at most. */
export type ResourcePricing = Pricing & { readonly address: string; readonly hoursPerMonth: number };
