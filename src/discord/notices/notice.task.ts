import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Transaction } from '../../database';
import { TakeGrantNotices, TakeLapsedRequests } from '../../modules/access';
import { TakeBudgetNotices } from '../../modules/finops';
import { Clock } from '../../shared';
import { Outbox } from '../outbox/outbox';
import { noticeWish, requestWish, type Wish } from '../outbox/wish';
import { requestEnded } from '../views/access-request.view';
import { budgetNotice } from '../views/budget-notice.view';
import { grantNotice } from '../views/grant.view';

/** Looks for what time alone brings about, and enters what people have to be told of it: nothing is decided here. */
@Injectable()
export class NoticeTask {
  private readonly logger = new Logger(NoticeTask.name);

  constructor(
    private readonly outbox: Outbox,
    private readonly commands: CommandBus,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.tell('Telling of budgets', () => this.ofBudgets());
    await this.tell('Telling of grants that end', () => this.ofGrants());
    await this.tell('Telling of requests that nobody decided', () => this.ofRequests());
  }

  private async tell(what: string, wishes: () => Promise<readonly Wish[]>): Promise<void> {
    try {
      await this.transaction.run(async () => this.outbox.put(await wishes()));
    } catch (error) {
      this.logger.warn({ err: error }, what);
    }
  }

  private async ofBudgets(): Promise<readonly Wish[]> {
    const month = (await this.clock.now()).toISOString().slice(0, 7);
    return (await this.commands.execute(new TakeBudgetNotices())).map((alert) => noticeWish(budgetNotice(alert, month)));
  }

  private async ofGrants(): Promise<readonly Wish[]> {
    return (await this.commands.execute(new TakeGrantNotices())).map((ending) => noticeWish(grantNotice(ending)));
  }

  private async ofRequests(): Promise<readonly Wish[]> {
    return (await this.commands.execute(new TakeLapsedRequests())).flatMap((request) => [requestWish(request.id), noticeWish(requestEnded(request))]);
  }
}
