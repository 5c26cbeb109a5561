import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListPrices, ListProviders } from '../../providers';
import { PriceCatalogue } from './price-catalogue';

/** Enters the prices that the providers bring with them, at every start: a newer release may bring newer ones. */
@Injectable()
export class CatalogueFiller implements OnApplicationBootstrap {
  constructor(
    private readonly queries: QueryBus,
    private readonly catalogue: PriceCatalogue,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const { name } of await this.queries.execute(new ListProviders())) {
      await this.catalogue.put(name, await this.queries.execute(new ListPrices(name)), 'bundled');
    }
  }
}
