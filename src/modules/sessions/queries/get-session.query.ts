import { Query } from '@nestjs/cqrs';
import type { Result, SessionId } from '../../../shared';
import type { Actor } from '../../access';
import type { SessionView } from './session-view';

/**
 * One session, for a person who may see its project; `toChange`: who may change it too. Refused: SESSION.NOT_FOUND, also for those
 * who may not know of it; ACCESS.*.
 */
export class GetSession extends Query<Result<SessionView>> {
  constructor(readonly actor: Actor, readonly sessionId: SessionId, readonly toChange = false) {
    super();
    Object.freeze(this);
  }
}
