import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../../database';
import type { ListPrice } from '../../providers';
import { PriceCatalogue, type PriceOrigin } from '../catalogue/price-catalogue';
import { ListPriceRow } from './list-price.row';

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const AT_ONCE = 1_000;
const COLUMNS = 9;

@Injectable()
export class TypeormPriceCatalogue extends PriceCatalogue {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async find(provider: string, skus: readonly string[]): Promise<readonly ListPrice[]> {
    if (skus.length === 0) return [];
    return (await this.transaction.manager.findBy(ListPriceRow, { provider, sku: In([...skus]) })).map(toPrice);
  }

  async all(provider: string): Promise<readonly ListPrice[]> {
    return (await this.transaction.manager.findBy(ListPriceRow, { provider })).map(toPrice);
  }

  // Always in the same order, so that two processes that start at once wait for each other and never in a circle.
  async put(provider: string, prices: readonly ListPrice[], origin: PriceOrigin): Promise<void> {
    const rows = prices.map((price) => toRow(provider, price, origin)).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    await this.transaction.run(async () => {
      for (let from = 0; from < rows.length; from += AT_ONCE) await this.upsert(rows.slice(from, from + AT_ONCE));
    });
  }

  private async upsert(rows: readonly ListPriceRow[]): Promise<void> {
    const values = rows.map((_, row) => `(${Array.from({ length: COLUMNS }, (__, column) => `$${row * COLUMNS + column + 1}`).join(', ')})`).join(', ');
    await this.transaction.manager.query(
      `INSERT INTO list_price AS known (provider, sku, region, unit, usd, listed_on, source, unverified, origin) VALUES ${values}
       ON CONFLICT (provider, sku, region, unit) DO UPDATE
         SET usd = EXCLUDED.usd, listed_on = EXCLUDED.listed_on, source = EXCLUDED.source, unverified = EXCLUDED.unverified, origin = EXCLUDED.origin
         WHERE known.listed_on < EXCLUDED.listed_on OR (known.listed_on = EXCLUDED.listed_on AND (known.origin = 'bundled' OR EXCLUDED.origin = 'api'))`,
      rows.flatMap(({ provider, sku, region, unit, usd, listedOn, source, unverified, origin }) => [provider, sku, region, unit, usd, listedOn, source, unverified, origin]),
    );
  }
}

function keyOf({ sku, region, unit }: ListPriceRow): string {
  return `${sku}\n${region}\n${unit}`;
}

function toRow(provider: string, { sku, region, unit, usd, date, source, unverified }: ListPrice, origin: PriceOrigin): ListPriceRow {
  return { provider, sku, region, unit, usd, listedOn: date, source, unverified: unverified ?? false, origin };
}

function toPrice({ sku, region, unit, usd, listedOn: date, source, unverified }: ListPriceRow): ListPrice {
  return { sku, region, unit, usd, date, source, ...(unverified && { unverified }) };
}
