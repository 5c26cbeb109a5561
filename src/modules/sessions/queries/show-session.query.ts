import { Query } from '@nestjs/cqrs';
import type { SessionId } from '../../../shared';
import type { SessionView } from './session-view';

/** One session for redrawing a message that is shown already: no person asks, so no permission is checked. */
export class ShowSession extends Query<SessionView | undefined> {
  constructor(readonly sessionId: SessionId) {
    super();
    Object.freeze(this);
  }
}
