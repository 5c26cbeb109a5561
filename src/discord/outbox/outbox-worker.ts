import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
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

/** Everything that appears in Discord without somebody having pressed something. */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(OutboxWorker.name);
  private stopping: (() => Promise<void>) | undefined;

  constructor(
    private readonly courier: Courier,
    private readonly news: SessionNews,
    private readonly line: LineTask,
    private readonly notices: NoticeTask,
    private readonly lobbies: LobbyRepository,
    lobby: LobbyDelivery,
    stream: StreamDelivery,
    notice: NoticeDelivery,
    request: RequestDelivery,
  ) {
    for (const delivery of [lobby, stream, notice, request]) courier.register(delivery);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.news.begin();
    this.stopping = this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stopping?.();
  }

  private start(): () => Promise<void> {
    const timers = [
      this.every(PLACES_EVERY_MS, () => this.line.run()),
      this.every(NOTICES_EVERY_MS, () => this.notices.run()),
      this.every(TOKENS_EVERY_MS, () => this.lobbies.forgetOldTokens()),
    ];
    const stop = this.courier.start();
    return async () => {
      timers.forEach(clearInterval);
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
