import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ok, type Result } from '../../../shared';
import { SessionAccess } from '../commands/session-access';
import { GetSession } from './get-session.query';
import { present } from './session-presenter';
import type { SessionView } from './session-view';

@QueryHandler(GetSession)
export class GetSessionHandler implements IQueryHandler<GetSession> {
  constructor(private readonly access: SessionAccess) {}

  async execute({ actor, sessionId, toChange }: GetSession): Promise<Result<SessionView>> {
    const seen = await (toChange ? this.access.open(actor, sessionId) : this.access.see(actor, sessionId));
    return seen.ok ? ok(present(seen.value.session, seen.value.project, seen.value.now)) : seen;
  }
}
