import type { SessionId } from '../../shared';

/** The message that shows a session in a channel, and what it shows. */
export interface Lobby {
  readonly sessionId: SessionId;
  readonly channelId: string;
  readonly messageId: string;
  /** Absent: no thread was opened yet. */
  readonly threadId?: string;
  readonly renderedVersion: number;
  readonly renderedState: string;
  /** The message shows a session's end, or was deleted: nothing is drawn any more. */
  readonly isOver: boolean;
}

export abstract class LobbyRepository {
  abstract add(lobby: Lobby): Promise<void>;
  /** Keeps everybody else from drawing this lobby until the surrounding transaction ends. */
  abstract lock(sessionId: SessionId): Promise<Lobby | undefined>;
  abstract save(lobby: Lobby): Promise<void>;
  /** Sessions whose lobbies may still change. */
  abstract open(): Promise<readonly SessionId[]>;
}
