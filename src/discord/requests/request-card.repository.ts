import { Injectable } from '@nestjs/common';
import { Transaction } from '../../database';
import type { RequestState } from '../../modules/access';
import type { RequestId } from '../../shared';
import type { LobbyPlace } from '../persistence/lobby.repository';

export interface RequestCard extends LobbyPlace {
  readonly drawnState: RequestState;
}

/** Which message shows which request for access. */
@Injectable()
export class RequestCardRepository {
  constructor(private readonly transaction: Transaction) {}

  async find(id: RequestId): Promise<RequestCard | undefined> {
    const [row] = await this.transaction.manager.query<RequestCard[]>('SELECT channel_id AS "channelId", message_id AS "messageId", drawn_state AS "drawnState" FROM discord_request_card WHERE request_id = $1', [id]);
    return row;
  }

  async keep(id: RequestId, { channelId, messageId, drawnState }: RequestCard): Promise<void> {
    await this.transaction.manager.query(
      `INSERT INTO discord_request_card (request_id, channel_id, message_id, drawn_state) VALUES ($1, $2, $3, $4)
       ON CONFLICT (request_id) DO UPDATE SET channel_id = excluded.channel_id, message_id = excluded.message_id, drawn_state = excluded.drawn_state`,
      [id, channelId, messageId, drawnState],
    );
  }
}
