import type { RequestId, SessionId } from '../../shared';
import type { Notice } from '../notices/notice';

/** Something that has to appear in Discord. */
export interface Wish {
  readonly kind: 'lobby' | 'stream' | 'notice' | 'request';
  /** One for each thing that appears: wishing it again before it was delivered is still one delivery, of the newest. */
  readonly key: string;
  /** Wishes of one lane are delivered one after another. */
  readonly lane: string;
  /** Lower goes first within a lane. */
  readonly priority: number;
  readonly data: object;
}

const FIRST = 0;
/** What nobody is waiting for: a place in the line, the end of a time. */
const LAST = 5;

/** The message of a session. `isUrgent`: somebody waits for what it will say. `lane`: absent where nothing stands in its way. */
export function lobbyWish(sessionId: SessionId, { isUrgent = true, lane = `lobby ${sessionId}` }: { isUrgent?: boolean; lane?: string } = {}): Wish {
  return { kind: 'lobby', key: `lobby ${sessionId}`, lane, priority: isUrgent ? FIRST : LAST, data: { sessionId } };
}

/** The lines of a session's apply, and its end. */
export function streamWish(sessionId: SessionId): Wish {
  return { kind: 'stream', key: `stream ${sessionId}`, lane: `stream ${sessionId}`, priority: FIRST, data: { sessionId } };
}

/** A message that is said once. */
export function noticeWish(notice: Notice): Wish {
  return { kind: 'notice', key: `notice ${notice.nonce}`, lane: `notice ${notice.to[0]?.id ?? ''}`, priority: FIRST, data: notice };
}

/** The card on which administrators decide about a request for access. */
export function requestWish(requestId: RequestId): Wish {
  return { kind: 'request', key: `request ${requestId}`, lane: `request ${requestId}`, priority: FIRST, data: { requestId } };
}
