import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Jobs } from '../../jobs';
import { SESSION_CHANGED_QUEUE } from '../../modules/sessions';
import { LobbyRepository } from '../persistence/lobby.repository';
import { StreamRepository } from '../persistence/stream.repository';
import { STREAM_QUEUE } from '../streaming/stream.queue';
import { ThreadStreamer } from '../streaming/thread-streamer';
import { LobbyArtist } from './lobby-artist';

const AT_ONCE = 4;

/** Works on the news of sessions and on the threads of runs; after a start it first looks at everything that may be out of date. */
@Injectable()
export class LobbyWorker implements OnApplicationBootstrap {
  private readonly logger = new Logger(LobbyWorker.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly artist: LobbyArtist,
    private readonly streamer: ThreadStreamer,
    private readonly lobbies: LobbyRepository,
    private readonly streams: StreamRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work(SESSION_CHANGED_QUEUE, AT_ONCE, ({ sessionId }) => this.artist.redraw(sessionId));
    await this.jobs.work(STREAM_QUEUE, AT_ONCE, ({ runId, sessionId }) => this.streamer.turn(runId, sessionId));
    void this.catchUp().catch((error: unknown) => this.logger.error({ err: error }, 'Bringing lobbies up to date'));
  }

  // As jobs, so that no two draw one lobby at once, and one that cannot be drawn keeps no other waiting.
  private async catchUp(): Promise<void> {
    for (const sessionId of await this.lobbies.open()) await this.jobs.send(SESSION_CHANGED_QUEUE, { sessionId, version: 0 });
    for (const stream of await this.streams.unfinished()) await this.jobs.send(STREAM_QUEUE, stream);
  }
}
