import type { RunId, SessionId } from '../../shared';

/** A run on its way into a thread. */
export interface Stream {
  readonly sessionId: SessionId;
  readonly runId: RunId;
  readonly threadId: string;
  /** Whose turn it is: a job with another number came too late, and does nothing. */
  readonly turn: number;
  readonly isFinished: boolean;
}

export abstract class StreamRepository {
  /** False where this session's stream was begun already. */
  abstract begin(sessionId: SessionId, runId: RunId, threadId: string): Promise<boolean>;
  abstract find(sessionId: SessionId): Promise<Stream | undefined>;
  /** Hands over to the next turn. False where it is not `turn`'s turn any more. */
  abstract pass(sessionId: SessionId, turn: number): Promise<boolean>;
  abstract finish(sessionId: SessionId): Promise<void>;
  abstract unfinished(): Promise<readonly Stream[]>;
}
