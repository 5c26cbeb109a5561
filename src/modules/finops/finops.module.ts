import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueFiller } from './catalogue/catalogue-filler';
import { PriceCatalogue } from './catalogue/price-catalogue';
import { RefreshPricesHandler } from './commands/refresh-prices.handler';
import { ReleaseUsageHandler } from './commands/release-usage.handler';
import { ReserveUsageHandler } from './commands/reserve-usage.handler';
import { SetQuotaHandler } from './commands/set-quota.handler';
import { TakeBudgetNoticesHandler } from './commands/take-budget-notices.handler';
import { TakeUsageHandler } from './commands/take-usage.handler';
import { ListPriceRow } from './persistence/list-price.row';
import { PriceRefreshRepository } from './persistence/price-refresh.repository';
import { TypeormPriceCatalogue } from './persistence/typeorm-price-catalogue';
import { TypeormUsageRepository } from './persistence/typeorm-usage.repository';
import { UsageRepository } from './persistence/usage.repository';
import { CheckBudgetHandler } from './queries/check-budget.handler';
import { CheckQuotasHandler } from './queries/check-quotas.handler';
import { EstimateCostHandler } from './queries/estimate-cost.handler';
import { ListQuotasHandler } from './queries/list-quotas.handler';
import { ShowCostsHandler } from './queries/show-costs.handler';
import { RefreshPricesTask } from './schedule/refresh-prices.task';

/** What infrastructure costs, and how much of it a project may have. */
@Module({
  imports: [TypeOrmModule.forFeature([ListPriceRow])],
  providers: [
    EstimateCostHandler, CheckBudgetHandler, CheckQuotasHandler, ListQuotasHandler, ShowCostsHandler,
    SetQuotaHandler, ReserveUsageHandler, ReleaseUsageHandler, TakeUsageHandler, TakeBudgetNoticesHandler, RefreshPricesHandler, CatalogueFiller, PriceRefreshRepository, RefreshPricesTask,
    { provide: PriceCatalogue, useClass: TypeormPriceCatalogue },
    { provide: UsageRepository, useClass: TypeormUsageRepository },
  ],
})
export class FinopsModule {}
