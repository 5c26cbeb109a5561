import type { RunId } from '../../shared';

/**
 * `lines`: a piece of the log as it grew; `tail`: the message that keeps showing the newest lines of a long run;
 * `log`: a part of the log as a file; `final`: the end in plain words, with the log's last part.
 */
export type ThreadPostKind = 'lines' | 'tail' | 'log' | 'final';

/** A message of a thread. It is stored before it is sent, so that after a crash the same message is sent again, not another. */
export interface ThreadPost {
  readonly runId: RunId;
  /** From 1, in the order of the thread. */
  readonly seq: number;
  readonly kind: ThreadPostKind;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Absent: whether it was sent is not known. */
  readonly messageId?: string;
}

export abstract class ThreadPostRepository {
  /** In their order. */
  abstract of(runId: RunId): Promise<readonly ThreadPost[]>;
  /** Adds them, or none where another turn has stored its own under the same numbers. */
  abstract add(posts: readonly ThreadPost[]): Promise<void>;
  abstract sent(post: ThreadPost, messageId: string): Promise<void>;
  /** The tail shows lines up to this one now. */
  abstract shown(tail: ThreadPost, lastLine: number): Promise<void>;
}
