import { Command } from '@nestjs/cqrs';
import type { SessionId } from '../../../shared';

/** A worker's turn: applies the approved plan, or goes on with an apply that outlived its worker. Never starts one twice. */
export class ApplySession extends Command<void> {
  constructor(readonly sessionId: SessionId) {
    super();
    Object.freeze(this);
  }
}
