import { Injectable, Logger } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Settings } from '../../../config';
import { ListProviders } from '../../providers';
import { RefreshPrices } from '../commands/refresh-prices.command';

/** Every worker looks each hour; one of them asks, when prices are old enough. */
@Injectable()
export class RefreshPricesTask {
  private readonly logger = new Logger('Prices');

  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly settings: Settings,
  ) {}

  @Cron(CronExpression.EVERY_HOUR)
  async run(): Promise<void> {
    const { priceRefreshHours: hours, runsTerraform } = this.settings;
    if (hours === 0 || !runsTerraform) return;
    for (const { name } of await this.queries.execute(new ListProviders())) {
      await this.commands.execute(new RefreshPrices(name, hours)).catch((error: unknown) => this.logger.error({ err: error, provider: name }, 'Refreshing list prices'));
    }
  }
}
