import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
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
    await this.transaction.manager.createQueryBuilder().insert().into(LobbyRow).values({ sessionId, ...place, threadId: null, drawnVersion, drawnPlace: null, settled: false }).orIgnore().execute();
  }

  async find(sessionId: SessionId): Promise<LobbyRow | undefined> {
    return (await this.transaction.manager.findOneBy(LobbyRow, { sessionId })) ?? undefined;
  }

  async drawn(sessionId: SessionId, drawn: Readonly<Pick<LobbyRow, 'drawnVersion' | 'drawnPlace' | 'settled'>>): Promise<void> {
    await this.transaction.manager.update(LobbyRow, { sessionId }, drawn);
  }

  async threadOpened(sessionId: SessionId, threadId: string): Promise<void> {
    await this.transaction.manager.update(LobbyRow, { sessionId }, { threadId });
  }

  /** The place in the line that is drawn in each of these lobbies; null where none is. */
  async drawnPlaces(sessionIds: readonly SessionId[]): Promise<ReadonlyMap<SessionId, number | null>> {
    const rows = sessionIds.length === 0 ? [] : await this.transaction.manager.findBy(LobbyRow, { sessionId: In([...sessionIds]) });
    return new Map(rows.map(({ sessionId, drawnPlace }) => [sessionId as SessionId, drawnPlace]));
  }

  /** Lobbies that may still change. */
  async open(): Promise<readonly SessionId[]> {
    return (await this.transaction.manager.findBy(LobbyRow, { settled: false })).map(({ sessionId }) => sessionId as SessionId);
  }
}
