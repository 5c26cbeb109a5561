import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { fail, failure, ok, type Result } from '../../../shared';
import { HttpPriceApi } from '../pricing/http-price-api';
import { PriceApiFault } from '../pricing/price-api-fault';
import { ProviderRegistry } from '../provider-registry';
import { ReadPriceList, type PriceListAnswer } from './read-price-list.query';

@QueryHandler(ReadPriceList)
export class ReadPriceListHandler implements IQueryHandler<ReadPriceList> {
  constructor(private readonly registry: ProviderRegistry) {}

  async execute({ provider, regions, access }: ReadPriceList): Promise<Result<PriceListAnswer>> {
    const list = this.registry.find(provider)?.provider.priceList;
    if (!list) return fail(failure('PRICES.NONE', `${provider} has no pricing API`));
    if (list.key && access.key === undefined) return fail(failure('PRICES.KEY', `The pricing API of ${provider} needs a key: set PRICES_KEY_${provider.toUpperCase()}`));
    const api = new HttpPriceApi({ base: access.url ?? list.url, ...(list.key && access.key !== undefined && { key: { value: access.key, ...list.key } }) });
    try {
      return ok({ prices: await list.read(api, regions), source: list.source });
    } catch (error) {
      if (!(error instanceof PriceApiFault)) throw error;
      return fail(failure('PRICES.FAULT', error.message));
    }
  }
}
