import type { ListPrice } from '../../providers';

/** Looks up a price; undefined where none is known, which never means nothing. */
export type PriceLookup = (sku: string, region: string, unit: ListPrice['unit']) => ListPrice | undefined;

const keyOf = (...parts: readonly string[]): string => parts.join('\n');

/** Looks up among list prices. A price that is the same everywhere stands in for a region's. */
export function lookupIn(prices: readonly ListPrice[]): PriceLookup {
  const known = new Map(prices.map((price) => [keyOf(price.sku, price.region, price.unit), price]));
  return (sku, region, unit) => known.get(keyOf(sku, region, unit)) ?? known.get(keyOf(sku, 'global', unit));
}
