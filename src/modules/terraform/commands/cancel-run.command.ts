import { Command } from '@nestjs/cqrs';
import type { Result, RunId } from '../../../shared';

/**
 * Asks a run to stop, from any process. A plan stops at once; an apply gets one SIGINT, ever: what is in flight finishes and is
 * recorded. The run's own end tells what came of it. Refused: TERRAFORM.RUN_NOT_FOUND, TERRAFORM.RUN_ENDED.
 */
export class CancelRun extends Command<Result<void>> {
  constructor(readonly runId: RunId) {
    super();
    Object.freeze(this);
  }
}
