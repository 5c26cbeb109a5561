import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { isTerminal, ShowSession, type SessionState, type SessionView } from '../../modules/sessions';
import { GetRun, type RunSummary } from '../../modules/terraform';
import type { RunId, SessionId } from '../../shared';
import { Delivery, type Delivered } from '../outbox/delivery';
import { troubleOf } from '../outbox/refusal';
import { LobbyRepository } from '../persistence/lobby.repository';
import { StreamRepository } from '../persistence/stream.repository';
import { RunEnd } from './run-end';
import { RunMessages } from './run-messages';
import { RunThread } from './run-thread';

/** Lines are collected for this long, so that many go into one message. */
const PACE_MS = 1_500;
/** A thread that cannot be opened or written into is tried again while the run goes on. */
const TRY_AGAIN_MS = 20_000;
const STARTED: readonly SessionState[] = ['APPROVED', 'APPLYING', 'APPLIED', 'FAILED'];

/** Shows a session's apply in its thread: one message at most in each turn, and its end as soon as it has ended. */
@Injectable()
export class StreamDelivery extends Delivery<{ sessionId: SessionId }> {
  readonly kind = 'stream';
  readonly data = z.object({ sessionId: z.string().transform((text) => text as SessionId) });

  constructor(
    private readonly queries: QueryBus,
    private readonly lobbies: LobbyRepository,
    private readonly streams: StreamRepository,
    private readonly thread: RunThread,
    private readonly messages: RunMessages,
    private readonly end: RunEnd,
  ) {
    super();
  }

  async deliver({ sessionId }: { sessionId: SessionId }): Promise<Delivered> {
    const lobby = await this.lobbies.find(sessionId);
    const view = lobby && (await this.queries.execute(new ShowSession(sessionId)));
    if (!lobby || !view?.runId || !(await this.hasRun(view, lobby.threadId))) return 'done';
    // Its message is being looked for, or shown anew.
    if (lobby.messageId === null) return { later: PACE_MS };
    const threadId = await this.thread.open(lobby, view);
    if (view.state === 'APPROVED') return 'done';
    await this.streams.begin(view.runId, sessionId);
    if (await this.streams.isDone(view.runId)) return 'done';
    const run = await this.queries.execute(new GetRun(view.runId));
    if (!isOver(view, run)) return threadId ? this.showMore(threadId, view.runId) : { later: TRY_AGAIN_MS };
    await this.end.tell(view.runId, run, view, lobby, threadId);
    return 'done';
  }

  // What was cancelled after its approval has a thread that wants an end.
  private async hasRun({ state, runId, approvals, approvalsNeeded }: SessionView, threadId: string | null): Promise<boolean> {
    if (STARTED.includes(state) || state !== 'CANCELLED' || runId === undefined) return STARTED.includes(state);
    return (threadId !== null && approvals.length >= approvalsNeeded) || this.streams.isBegun(runId);
  }

  private async showMore(threadId: string, runId: RunId): Promise<Delivered> {
    try {
      await this.messages.next(threadId, runId);
      return { later: PACE_MS };
    } catch (error) {
      const trouble = troubleOf(error);
      // The end must not wait for a thread that takes nothing.
      if (trouble === 'gone' || trouble === 'closed') return { later: TRY_AGAIN_MS };
      throw error;
    }
  }
}

function isOver(view: SessionView, run: RunSummary | undefined): boolean {
  return isTerminal(view.state) && (run === undefined || run.state === 'ended');
}
