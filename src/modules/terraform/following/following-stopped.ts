import type { RunId } from '../../../shared';

/**
 * The run goes on, but not under these eyes: this process is stopping, another follower took over, or the run belongs to
 * another worker. Nothing is known of its end; it must not be taken for a failure.
 */
export class FollowingStopped extends Error {
  constructor(readonly runId: RunId, reason: string) {
    super(`Following run ${runId} stopped: ${reason}`);
    this.name = 'FollowingStopped';
  }
}
