import { GCP_PRICES } from './gcp.prices';
import type { ListPrice } from './list-price';

/** Looks up a price; undefined where none is known, which never means nothing. */
export type PriceLookup = (provider: string, sku: string, region: string, unit: ListPrice['unit']) => ListPrice | undefined;

const keyOf = (...parts: readonly string[]): string => parts.join('\n');

/** The prices that ship with the engine. */
const BUNDLED = new Map([...GCP_PRICES].map((price) => [keyOf(price.provider, price.sku, price.region, price.unit), price]));

/** Looks up the bundled list prices. */
export const bundledPrice: PriceLookup = (provider, sku, region, unit) => BUNDLED.get(keyOf(provider, sku, region, unit));
