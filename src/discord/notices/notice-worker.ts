import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Interval } from '@nestjs/schedule';
import { Transaction } from '../../database';
import { Jobs } from '../../jobs';
import { TakeGrantNotices } from '../../modules/access';
import { TakeBudgetNotices } from '../../modules/finops';
import { Clock } from '../../shared';
import { DiscordApi } from '../discord-api';
import { budgetNotice } from '../views/budget-notice.view';
import { grantNotice } from '../views/access-request.view';
import { NOTICE_QUEUE } from './notice.queue';

const AT_ONCE = 2;
const LOOK_EVERY_MS = 30_000;

/** Tells people what they have to know beside their sessions: of requests for access, and of the end of grants. */
@Injectable()
export class NoticeWorker implements OnApplicationBootstrap {
  private readonly logger = new Logger(NoticeWorker.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly discord: DiscordApi,
    private readonly commands: CommandBus,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work(NOTICE_QUEUE, AT_ONCE, async ({ channelId, ...message }) => void (await this.discord.tell(channelId, message)));
  }

  /** What a budget allows is decided where plans are approved: this only tells how far it is used. */
  @Interval(LOOK_EVERY_MS)
  async tellOfBudgets(): Promise<void> {
    try {
      const month = (await this.clock.now()).toISOString().slice(0, 7);
      await this.transaction.run(async () => {
        for (const alert of await this.commands.execute(new TakeBudgetNotices())) {
          const message = budgetNotice(alert, month);
          if (message) await this.jobs.send(NOTICE_QUEUE, message);
        }
      });
    } catch (error) {
      this.logger.warn({ err: error }, 'Telling of budgets');
    }
  }

  /** Whether a grant is alive is never decided here: this only tells of it. */
  @Interval(LOOK_EVERY_MS)
  async tellOfGrants(): Promise<void> {
    try {
      await this.transaction.run(async () => {
        for (const notice of await this.commands.execute(new TakeGrantNotices())) {
          const message = grantNotice(notice);
          if (message) await this.jobs.send(NOTICE_QUEUE, message);
        }
      });
    } catch (error) {
      this.logger.warn({ err: error }, 'Telling of grants that end');
    }
  }
}
