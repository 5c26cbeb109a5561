import { Injectable } from '@nestjs/common';
import { Transaction } from '../../database';
import type { SessionId } from '../../shared';
import { LobbyRepository, type Lobby } from './lobby.repository';
import { LobbyRow } from './lobby.row';

@Injectable()
export class TypeormLobbyRepository extends LobbyRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async add(lobby: Lobby): Promise<void> {
    await this.transaction.manager.insert(LobbyRow, toRow(lobby));
  }

  async lock(sessionId: SessionId): Promise<Lobby | undefined> {
    const row = await this.transaction.manager.findOne(LobbyRow, { where: { sessionId }, lock: { mode: 'pessimistic_write' } });
    return row ? toLobby(row) : undefined;
  }

  async save(lobby: Lobby): Promise<void> {
    const { sessionId, ...row } = toRow(lobby);
    await this.transaction.manager.update(LobbyRow, { sessionId }, row);
  }

  async open(): Promise<readonly SessionId[]> {
    const rows = await this.transaction.manager.find(LobbyRow, { select: { sessionId: true }, where: { isOver: false } });
    return rows.map(({ sessionId }) => sessionId as SessionId);
  }
}

function toRow({ threadId, ...lobby }: Lobby): LobbyRow {
  return { ...lobby, threadId: threadId ?? null };
}

function toLobby({ threadId, sessionId, ...row }: LobbyRow): Lobby {
  return { ...row, sessionId: sessionId as SessionId, ...(threadId !== null && { threadId }) };
}
