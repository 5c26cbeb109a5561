import { Injectable } from '@nestjs/common';
import { Jobs } from '../../jobs';
import { SESSION_CHANGED_QUEUE, type SessionChange, type SessionState } from '../../modules/sessions';
import type { SessionId } from '../../shared';
import { Outbox } from '../outbox/outbox';
import { lobbyWish, streamWish, type Wish } from '../outbox/wish';
import { LobbyRepository, type LobbyLane } from '../persistence/lobby.repository';

const MOST_TOGETHER = 500;
/** In these an apply has a thread, or gets one; what was cancelled after its approval has one that wants an end. */
const HAS_A_RUN: readonly SessionState[] = ['APPROVED', 'APPLYING', 'APPLIED', 'FAILED', 'CANCELLED'];

/** Enters what has changed in sessions as wishes in the outbox: many changes of one session are one redraw. */
@Injectable()
export class SessionNews {
  constructor(
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly lobbies: LobbyRepository,
  ) {}

  /** Begins to take news from the queue; what it answers with ends that. */
  begin(): Promise<() => Promise<void>> {
    return this.jobs.workTogether(SESSION_CHANGED_QUEUE, MOST_TOGETHER, (changes) => this.enter(changes));
  }

  /** That a place in the line has changed is news nobody waits for. */
  async placesChanged(sessionIds: readonly SessionId[]): Promise<void> {
    const lanes = await this.lobbies.lanes(sessionIds);
    await this.outbox.put(lanes.map((lane) => lobbyWish(lane.sessionId, { isUrgent: false, lane: laneOf(lane) })));
  }

  private async enter(changes: readonly SessionChange[]): Promise<void> {
    const newest = new Map(changes.toSorted((left, right) => left.version - right.version).map((change) => [change.sessionId, change]));
    const lanes = await this.lobbies.lanes([...newest.keys()]);
    await this.outbox.put(lanes.flatMap((lane) => wishesFor(lane, newest.get(lane.sessionId))));
  }
}

function wishesFor(lane: LobbyLane, change: SessionChange | undefined): readonly Wish[] {
  const state = change?.state;
  const redraw = change && change.version > 0 && change.version <= lane.drawnVersion ? [] : [lobbyWish(lane.sessionId, { isUrgent: state !== 'EXPIRED', lane: laneOf(lane) })];
  return state === undefined || HAS_A_RUN.includes(state) ? [...redraw, streamWish(lane.sessionId)] : redraw;
}

// Edits with the bot's own token share the limit of their channel, so they wait for each other; an answer has a limit of its own.
function laneOf({ sessionId, channelId, hasFreshToken }: LobbyLane): string {
  return hasFreshToken ? `lobby ${sessionId}` : `channel ${channelId}`;
}
