import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Transaction } from '../../database';
import { Jobs } from '../../jobs';
import { isTerminal, ShowSession, type SessionView } from '../../modules/sessions';
import type { SessionId } from '../../shared';
import { DiscordApi } from '../discord-api';
import { LobbyRepository } from '../persistence/lobby.repository';
import type { LobbyRow } from '../persistence/lobby.row';
import { StreamRepository } from '../persistence/stream.repository';
import { STREAM_QUEUE } from '../streaming/stream.queue';
import { lobby } from '../views/lobby.view';
import { cut } from '../views/text';
import { DEEDS } from '../views/thread-end.view';

/** In these states its apply has a thread, or gets one. */
const STARTED: readonly SessionView['state'][] = ['APPROVED', 'APPLYING', 'APPLIED', 'FAILED'];

/** Draws a session's message anew from what is stored, opens its thread, and sees to it that its run is shown there. */
@Injectable()
export class LobbyArtist {
  constructor(
    private readonly queries: QueryBus,
    private readonly lobbies: LobbyRepository,
    private readonly streams: StreamRepository,
    private readonly discord: DiscordApi,
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
  ) {}

  async redraw(sessionId: SessionId): Promise<void> {
    const place = await this.lobbies.find(sessionId);
    const view = place && (await this.queries.execute(new ShowSession(sessionId)));
    if (!place || !view) return;
    const drawnPlace = view.place ?? null;
    if (view.version > place.drawnVersion || drawnPlace !== place.drawnPlace || (isTerminal(view.state) && !place.settled)) {
      const there = await this.discord.edit(place.channelId, place.messageId, lobby(view));
      await this.lobbies.drawn(sessionId, { drawnVersion: view.version, drawnPlace, settled: !there || isTerminal(view.state) });
      if (!there) return;
    }
    // What was cancelled after its approval has a thread that wants an end.
    if (STARTED.includes(view.state) || (view.state === 'CANCELLED' && place.threadId)) await this.showRun(place, view);
  }

  private async showRun(place: LobbyRow, view: SessionView): Promise<void> {
    if (!place.threadId) {
      const threadId = await this.discord.openThread(place.channelId, place.messageId, cut(`${DEEDS[view.purpose]}: ${view.deploymentName}`, 100));
      if (!threadId) return;
      await this.lobbies.threadOpened(view.id, threadId);
    }
    const { runId } = view;
    if (!runId || view.state === 'APPROVED') return;
    await this.transaction.run(async () => {
      if (await this.streams.begin(runId, view.id)) await this.jobs.send(STREAM_QUEUE, { runId, sessionId: view.id });
    });
  }
}
