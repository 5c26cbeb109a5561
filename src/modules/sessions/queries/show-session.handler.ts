import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock } from '../../../shared';
import { GetProject } from '../../access';
import { SessionRepository } from '../persistence/session.repository';
import type { SessionState } from '../domain/session-state';
import { ListWaiting } from './list-waiting.query';
import { present } from './session-presenter';
import type { SessionView } from './session-view';
import { ShowSession } from './show-session.query';

/** In these states a worker has yet to come. */
const WAITING: readonly SessionState[] = ['VALIDATING', 'APPROVED'];

@QueryHandler(ShowSession)
export class ShowSessionHandler implements IQueryHandler<ShowSession> {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId }: ShowSession): Promise<SessionView | undefined> {
    const session = await this.sessions.find(sessionId);
    const project = session && (await this.queries.execute(new GetProject(session.values.projectId)));
    if (!session || !project) return undefined;
    const place = WAITING.includes(session.state) ? (await this.queries.execute(new ListWaiting())).indexOf(sessionId) + 1 : 0;
    return { ...present(session, project, await this.clock.now()), ...(place > 0 && { place }) };
  }
}
