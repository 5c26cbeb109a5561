import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Interval } from '@nestjs/schedule';
import { Jobs } from '../../jobs';
import { ListWaiting, SESSION_CHANGED_QUEUE } from '../../modules/sessions';
import { LobbyRepository } from '../persistence/lobby.repository';

const LOOK_EVERY_MS = 2_000;

/** Keeps the place in the line for a worker right in every lobby that waits for one: it changes while its session does not. */
@Injectable()
export class LineTask {
  constructor(
    private readonly queries: QueryBus,
    private readonly lobbies: LobbyRepository,
    private readonly jobs: Jobs,
  ) {}

  @Interval(LOOK_EVERY_MS)
  async run(): Promise<void> {
    const waiting = await this.queries.execute(new ListWaiting());
    const drawn = await this.lobbies.drawnPlaces(waiting);
    for (const [index, sessionId] of waiting.entries()) {
      if (drawn.has(sessionId) && drawn.get(sessionId) !== index + 1) await this.jobs.send(SESSION_CHANGED_QUEUE, { sessionId, version: 0 });
    }
  }
}
