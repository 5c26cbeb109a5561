import { Injectable, Logger } from '@nestjs/common';
import { Transaction } from '../../database';
import type { LeadersWork } from '../../leadership';
import { LineTask } from '../lobby/line.task';
import { LobbyDelivery } from '../lobby/lobby.delivery';
import { SessionNews } from '../lobby/session-news';
import { NoticeDelivery } from '../notices/notice.delivery';
import { NoticeTask } from '../notices/notice.task';
import { Courier } from './courier';
import { LobbyRepository } from '../persistence/lobby.repository';
import { RequestDelivery } from '../requests/request.delivery';
import { StreamDelivery } from '../streaming/stream.delivery';

const PLACES_EVERY_MS = 2_000;
const NOTICES_EVERY_MS = 30_000;
const TOKENS_EVERY_MS = 5 * 60_000;

/** Everything that appears in Discord without somebody having pressed something: the leader's work. */
@Injectable()
export class OutboxWorker implements LeadersWork {
  private readonly logger = new Logger(OutboxWorker.name);

  constructor(
    private readonly courier: Courier,
    private readonly news: SessionNews,
    private readonly line: LineTask,
    private readonly notices: NoticeTask,
    private readonly lobbies: LobbyRepository,
    private readonly transaction: Transaction,
    lobby: LobbyDelivery,
    stream: StreamDelivery,
    notice: NoticeDelivery,
    request: RequestDelivery,
  ) {
    for (const delivery of [lobby, stream, notice, request]) courier.register(delivery);
  }

  async start(): Promise<() => Promise<void>> {
    const stopNews = await this.news.begin();
    const timers = [
      this.every(PLACES_EVERY_MS, () => this.line.run()),
      this.every(NOTICES_EVERY_MS, () => this.notices.run()),
      this.every(TOKENS_EVERY_MS, async () => {
        await this.lobbies.forgetOldTokens();
        await this.transaction.forgetOldRequests();
      }),
    ];
    const stop = this.courier.start();
    return async () => {
      timers.forEach(clearInterval);
      await stopNews();
      await stop();
    };
  }

  /** One at a time, however long it takes. */
  private every(ms: number, work: () => Promise<void>): NodeJS.Timeout {
    let isAtWork = false;
    return setInterval(() => {
      if (isAtWork) return;
      isAtWork = true;
      work().catch((error: unknown) => this.logger.warn({ err: error }, 'Looking for news')).finally(() => (isAtWork = false));
    }, ms);
  }
}
