import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Transaction } from '../../database';
import type { SessionId } from '../../shared';
import type { AnswerToken } from '../discord-api';
import { LobbyRow } from './lobby.row';

export type LobbyPlace = Readonly<Record<'channelId' | 'messageId', string>>;

/** A lobby that somebody is about to be answered with. */
export interface ExpectedLobby extends AnswerToken {
  readonly channelId: string;
  /** Where the command was given inside of a thread: the lines go there. */
  readonly threadId?: string;
}

/** Where a lobby stands, as far as the order of redraws is concerned. */
export interface LobbyLane {
  readonly sessionId: SessionId;
  readonly channelId: string;
  readonly drawnVersion: number;
  readonly hasFreshToken: boolean;
}

/** Discord's fifteen minutes, less one for clocks and queues. */
const TOKEN_LIVES = "interval '14 minutes'";
const FRESH = `answer_token IS NOT NULL AND asked_at > clock_timestamp() - ${TOKEN_LIVES}`;

/** Which message shows which session, and how much of it is drawn. */
@Injectable()
export class LobbyRepository {
  constructor(private readonly transaction: Transaction) {}

  /** In the transaction that opens the session: should this process die before it knows its message, another one finds it. */
  async expect(sessionId: SessionId, { channelId, threadId, applicationId, token }: ExpectedLobby): Promise<void> {
    await this.transaction.manager.query(
      `INSERT INTO discord_lobby (session_id, channel_id, thread_id, drawn_version, settled, asked_at, application_id, answer_token)
       VALUES ($1, $2, $3, 0, false, clock_timestamp(), $4, $5) ON CONFLICT DO NOTHING`,
      [sessionId, channelId, threadId ?? null, applicationId, token],
    );
  }

  /** Remembers the place; a message that is known already stays, with what was drawn there. */
  async remember(sessionId: SessionId, place: LobbyPlace, drawnVersion: number): Promise<void> {
    const { channelId, messageId } = place;
    await this.transaction.manager.update(LobbyRow, { sessionId, messageId: IsNull() }, { channelId, messageId, drawnVersion });
  }

  /** Another message shows it from now on: nothing is drawn there yet, and it has no thread. */
  async move(sessionId: SessionId, place: LobbyPlace, isDirect: boolean, drawn: Readonly<Pick<LobbyRow, 'drawnVersion' | 'drawnPlace' | 'settled'>>): Promise<void> {
    const { channelId, messageId } = place;
    await this.transaction.manager.update(LobbyRow, { sessionId }, { channelId, messageId, isDirect, ...drawn, answerToken: null });
  }

  async find(sessionId: SessionId): Promise<LobbyRow | undefined> {
    return (await this.transaction.manager.findOneBy(LobbyRow, { sessionId })) ?? undefined;
  }

  /** How long ago the interaction began, in milliseconds of the database's clock; undefined where that is not known. */
  async ageOf(sessionId: SessionId): Promise<number | undefined> {
    const [row] = await this.transaction.manager.query<{ age: number | null }[]>('SELECT (extract(epoch FROM clock_timestamp() - asked_at) * 1000)::double precision AS age FROM discord_lobby WHERE session_id = $1', [sessionId]);
    return row?.age ?? undefined;
  }

  async drawn(sessionId: SessionId, drawn: Readonly<Pick<LobbyRow, 'drawnVersion' | 'drawnPlace' | 'settled'>>): Promise<void> {
    await this.transaction.manager.update(LobbyRow, { sessionId }, drawn);
  }

  /** It does not work any more, or its time is over. */
  async forgetToken(sessionId: SessionId): Promise<void> {
    await this.transaction.manager.update(LobbyRow, { sessionId }, { answerToken: null });
  }

  /** Tokens whose time is over are of no use to anybody. */
  async forgetOldTokens(): Promise<void> {
    await this.transaction.manager.query(`UPDATE discord_lobby SET answer_token = NULL WHERE answer_token IS NOT NULL AND message_id IS NOT NULL AND asked_at < clock_timestamp() - interval '15 minutes'`);
  }

  async threadOpened(sessionId: SessionId, threadId: string | null): Promise<void> {
    await this.transaction.manager.update(LobbyRow, { sessionId }, { threadId });
  }

  /** The lobbies among these, and what decides when their redraw has its turn. */
  async lanes(sessionIds: readonly SessionId[]): Promise<readonly LobbyLane[]> {
    return this.transaction.manager.query<LobbyLane[]>(
      `SELECT session_id AS "sessionId", channel_id AS "channelId", drawn_version AS "drawnVersion", coalesce(${FRESH}, false) AS "hasFreshToken" FROM discord_lobby WHERE session_id = ANY ($1)`,
      [[...new Set(sessionIds)]],
    );
  }

  /** The place in the line that is drawn in each of these lobbies; null where none is. */
  async drawnPlaces(sessionIds: readonly SessionId[]): Promise<ReadonlyMap<SessionId, number | null>> {
    const rows = sessionIds.length === 0 ? [] : await this.transaction.manager.findBy(LobbyRow, { sessionId: In([...sessionIds]) });
    return new Map(rows.map(({ sessionId, drawnPlace }) => [sessionId as SessionId, drawnPlace]));
  }
}
