import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock } from '../../../shared';
import { GetProject } from '../../access';
import { SessionRepository } from '../persistence/session.repository';
import { present } from './session-presenter';
import type { SessionView } from './session-view';
import { ShowSession } from './show-session.query';

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
    return session && project && present(session, project, await this.clock.now());
  }
}
