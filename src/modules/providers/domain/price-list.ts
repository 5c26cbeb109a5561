import type { z } from 'zod';
import type { ListPrice } from './list-price';

/** A price as a pricing API told it: nobody has judged it yet. */
export interface ReadPrice {
  readonly sku: string;
  readonly region: string;
  readonly unit: ListPrice['unit'];
  /** For one unit, in `currency`. May be anything that a number can be. */
  readonly amount: number;
  /** As the API says it, `USD` where all is well. */
  readonly currency: string;
}

/** Asks a pricing API: every answer is waited for with a limit, asked for again with growing pauses, and checked. */
export interface PriceApi {
  /** An answer of this shape. `path` follows the API's base, or is a whole address below it. @throws PriceApiFault */
  json<T>(path: string, shape: z.ZodType<T>): Promise<T>;
  /** Of an answer too large to hold: what `keep` makes of each value at one of these paths (`$.products.*`). @throws PriceApiFault */
  parts<T>(path: string, paths: readonly string[], keep: (value: unknown, key: string) => T | undefined): Promise<readonly T[]>;
}

/** How a cloud's own list prices are read. */
export interface PriceList {
  /** The API's base, without a slash at its end. */
  readonly url: string;
  /** True where it answers nobody without a key. `parameter`: the key goes into the address by this name, else into a bearer header. */
  readonly key?: { readonly parameter?: string };
  /** What people are told as the prices' source. */
  readonly source: string;
  /** Everything that it lists for these regions; one price may be told more than once. */
  read(api: PriceApi, regions: readonly string[]): Promise<readonly ReadPrice[]>;
}
