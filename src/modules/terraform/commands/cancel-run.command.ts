import { Command } from '@nestjs/cqrs';
import type { Result, RunId } from '../../../shared';

/**
 * Asks a run to end. A plan stops at once. An apply finishes what is in flight, saves its state and ends: no more than one SIGINT
 * is ever sent for it. With `force` a second one follows, and soon an end by force: what was in flight is abandoned, and the run
 * ends as interrupted. An apply that no worker has taken yet will not begin.
 * Refused: TERRAFORM.RUN_NOT_FOUND, TERRAFORM.RUN_ENDED.
 */
export class CancelRun extends Command<Result<void>> {
  constructor(readonly runId: RunId, readonly how: { readonly force?: boolean } = {}) {
    super();
    Object.freeze(this);
  }
}
