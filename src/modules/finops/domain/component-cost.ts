import { HOURS_PER_MONTH } from '../../../shared';

/** A billed part of a resource, with its price where one is known. Mirrors what a provider says of it. */
export interface PricedComponent {
  readonly label: string;
  readonly sku: string;
  readonly region: string;
  readonly quantity: number;
  readonly unit: 'hour' | 'month' | 'gb_month';
  readonly assumption?: string;
  readonly price?: { readonly usd: number; readonly date: string; readonly source: string; readonly unverified?: true };
  /** How many hours of a month its provider bills at most. */
  readonly hoursPerMonth: number;
}

/** Per hour and per month, in USD. */
export interface Amount {
  readonly hourlyUsd: number;
  readonly monthlyUsd: number;
}

export const NOTHING: Amount = Object.freeze({ hourlyUsd: 0, monthlyUsd: 0 });

/**
 * What a part costs; null where its price is unknown. None of something costs nothing at any price. A month has 730 hours,
 * of which a provider may bill fewer: a machine of DigitalOcean costs a 672nd of its month each hour, until the month is paid.
 */
export function costOf({ quantity, unit, price, hoursPerMonth }: PricedComponent): Amount | null {
  if (quantity === 0) return NOTHING;
  if (!price) return null;
  const usd = quantity * price.usd;
  return unit === 'hour' ? { hourlyUsd: usd, monthlyUsd: usd * Math.min(HOURS_PER_MONTH, hoursPerMonth) } : { hourlyUsd: usd / hoursPerMonth, monthlyUsd: usd };
}

/** `e2-small`, `20 GB pd-balanced`, `2 × in-use`: what is billed, for people. */
export function describeQuantity({ sku, quantity, unit }: PricedComponent): string {
  const name = sku.slice(sku.lastIndexOf('/') + 1);
  if (quantity === 0) return 'by use';
  if (unit === 'gb_month') return `${quantity} GB ${name}`;
  return quantity === 1 ? name : `${quantity} × ${name}`;
}
