import { Injectable } from '@nestjs/common';
import { Transaction } from '../../database';
import type { SessionId } from '../../shared';
import { LobbyRow } from './lobby.row';

export type LobbyPlace = Readonly<Pick<LobbyRow, 'channelId' | 'messageId'>>;

/** Which message shows which session, and how much of it is drawn. */
@Injectable()
export class LobbyRepository {
  constructor(private readonly transaction: Transaction) {}

  /** Remembers the place; a place that is known already stays, with what was drawn there. */
  async remember(sessionId: SessionId, place: LobbyPlace, drawnVersion: number): Promise<void> {
    await this.transaction.manager.createQueryBuilder().insert().into(LobbyRow).values({ sessionId, ...place, threadId: null, drawnVersion, settled: false }).orIgnore().execute();
  }

  async find(sessionId: SessionId): Promise<LobbyRow | undefined> {
    return (await this.transaction.manager.findOneBy(LobbyRow, { sessionId })) ?? undefined;
  }

  async drawn(sessionId: SessionId, drawnVersion: number, settled: boolean): Promise<void> {
    await this.transaction.manager.update(LobbyRow, { sessionId }, { drawnVersion, settled });
  }

  async threadOpened(sessionId: SessionId, threadId: string): Promise<void> {
    await this.transaction.manager.update(LobbyRow, { sessionId }, { threadId });
  }

  /** Lobbies that may still change. */
  async open(): Promise<readonly SessionId[]> {
    return (await this.transaction.manager.findBy(LobbyRow, { settled: false })).map(({ sessionId }) => sessionId as SessionId);
  }
}
