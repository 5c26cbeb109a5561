import { Command } from '@nestjs/cqrs';
import type { SessionId } from '../../../shared';

/** A worker's turn: validates, renders and runs the real plan. Safe to repeat; a session that needs no plan any more is left alone. */
export class PlanSession extends Command<void> {
  constructor(readonly sessionId: SessionId) {
    super();
    Object.freeze(this);
  }
}
