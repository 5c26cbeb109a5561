import { Command } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { Attempt } from '../persistence/attempt.repository';

/**
 * Gives leave to apply a plan, once, as the run of this id. Belongs into the transaction of the approval.
 * Refused: TERRAFORM.PLAN_STALE where the plan has an attempt already.
 */
export class OpenAttempt extends Command<Result<void>> {
  constructor(readonly attempt: Attempt) {
    super();
    Object.freeze(this);
  }
}
