import { Command } from '@nestjs/cqrs';
import type { SessionId } from '../../../shared';

/** Gives back what was kept for a session; nothing where nothing was. */
export class ReleaseUsage extends Command<void> {
  constructor(readonly sessionId: SessionId) {
    super();
    Object.freeze(this);
  }
}
