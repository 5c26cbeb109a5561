import { Injectable } from '@nestjs/common';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { ListPrices, ProvidersModule, type ListPrice } from '../../providers';
import { EstimateCostHandler } from '../queries/estimate-cost.handler';
import { PriceCatalogue } from './price-catalogue';

/** For tests without a database: the catalogue as it is at the first start. */
@Injectable()
export class BundledPrices extends PriceCatalogue {
  /** The real kinds, priced with it. */
  static async start(): Promise<TestingModule> {
    const providers = [EstimateCostHandler, { provide: PriceCatalogue, useClass: BundledPrices }];
    return (await Test.createTestingModule({ imports: [CqrsModule.forRoot(), ProvidersModule], providers }).compile()).init();
  }

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
