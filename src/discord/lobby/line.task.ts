import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListWaiting } from '../../modules/sessions';
import { LobbyRepository } from '../persistence/lobby.repository';
import { SessionNews } from './session-news';

/** Keeps the place in the line for a worker right in every lobby that waits for one: it changes while its session does not. */
@Injectable()
export class LineTask {
  constructor(
    private readonly queries: QueryBus,
    private readonly lobbies: LobbyRepository,
    private readonly news: SessionNews,
  ) {}

  async run(): Promise<void> {
    const waiting = await this.queries.execute(new ListWaiting());
    const drawn = await this.lobbies.drawnPlaces(waiting);
    await this.news.placesChanged(waiting.filter((sessionId, index) => drawn.has(sessionId) && drawn.get(sessionId) !== index + 1));
  }
}
