import { Logger } from '@nestjs/common';
import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Settings } from '../../../config';
import { Transaction } from '../../../database';
import { Clock } from '../../../shared';
import { ReadPriceList, type ListPrice, type PriceListAnswer } from '../../providers';
import { PriceCatalogue } from '../catalogue/price-catalogue';
import { judgePrices } from '../domain/judge-prices';
import { PriceRefreshRepository, type RefreshOutcome } from '../persistence/price-refresh.repository';
import { RefreshPrices } from './refresh-prices.command';

const NOTHING_TO_ASK = ['PRICES.NONE', 'PRICES.KEY'];
const MOST_NOTED = 100;

@CommandHandler(RefreshPrices)
export class RefreshPricesHandler implements ICommandHandler<RefreshPrices> {
  private readonly logger = new Logger('Prices');

  constructor(
    private readonly queries: QueryBus,
    private readonly catalogue: PriceCatalogue,
    private readonly refreshes: PriceRefreshRepository,
    private readonly transaction: Transaction,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async execute({ provider, hours }: RefreshPrices): Promise<RefreshOutcome | undefined> {
    if (!(await this.refreshes.claim(provider, hours))) return undefined;
    const known = await this.catalogue.all(provider);
    const read = await this.queries.execute(new ReadPriceList(provider, regionsOf(known), this.settings.priceApis[provider] ?? {}));
    if (!read.ok && NOTHING_TO_ASK.includes(read.failure.code)) return undefined;
    const outcome = read.ok ? await this.take(provider, read.value, known) : { taken: 0, heldBack: [], problem: read.failure.message };
    if (outcome.problem !== undefined) {
      this.logger.warn({ provider, problem: outcome.problem }, 'Reading list prices: those that are known stay');
      await this.refreshes.note(provider, outcome);
    }
    return outcome;
  }

  private async take(provider: string, { prices, source }: PriceListAnswer, known: readonly ListPrice[]): Promise<RefreshOutcome> {
    const date = (await this.clock.now()).toISOString().slice(0, 10);
    const { accepted, heldBack } = judgePrices(prices, known, { date, source });
    const lines = heldBack.map(({ price: { sku, region }, reason }) => `${sku} in ${region}: ${reason}`);
    if (lines.length > 0) this.logger.warn({ provider, heldBack: lines.length, lines: lines.slice(0, 20) }, 'Prices held back: what is known of them stays');
    const outcome = { taken: accepted.length, heldBack: lines.slice(0, MOST_NOTED) };
    await this.transaction.run(async () => {
      await this.catalogue.put(provider, accepted, 'api');
      await this.refreshes.note(provider, outcome);
    });
    this.logger.log({ provider, taken: accepted.length }, 'List prices are up to date');
    return outcome;
  }
}

/** Where it has prices already: nobody reads hundreds of megabytes for a region in which nothing is. */
function regionsOf(known: readonly ListPrice[]): readonly string[] {
  return [...new Set(known.map(({ region }) => region))].filter((region) => region !== 'global').sort();
}
