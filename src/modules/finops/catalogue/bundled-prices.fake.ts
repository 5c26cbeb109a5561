import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListPrices, type ListPrice } from '../../providers';
import { PriceCatalogue } from './price-catalogue';

/** For tests without a database: the catalogue as it is at the first start. */
@Injectable()
export class BundledPrices extends PriceCatalogue {
  static readonly asCatalogue = { provide: PriceCatalogue, useClass: BundledPrices };

  constructor(private readonly queries: QueryBus) {
    super();
  }

  async find(provider: string, skus: readonly string[]): Promise<readonly ListPrice[]> {
    return (await this.all(provider)).filter(({ sku }) => skus.includes(sku));
  }

  all(provider: string): Promise<readonly ListPrice[]> {
    return this.queries.execute(new ListPrices(provider));
  }

  put(): Promise<void> {
    throw new Error('The bundled prices are what they are');
  }
}
