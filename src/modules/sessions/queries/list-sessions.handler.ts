import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Clock, type SessionId } from '../../../shared';
import { ListProjects } from '../../access';
import type { Session } from '../domain/session';
import { SessionRepository } from '../persistence/session.repository';
import { ListSessions, type SessionPage } from './list-sessions.query';
import { present } from './session-presenter';

const MOST = 50;

@QueryHandler(ListSessions)
export class ListSessionsHandler implements IQueryHandler<ListSessions> {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, filter }: ListSessions): Promise<SessionPage> {
    const visible = await this.queries.execute(new ListProjects(actor, filter.asAdministrator ? 'ADMIN' : 'READ'));
    const projects = new Map(visible.filter(({ project }) => !filter.projectId || project.id === filter.projectId).map(({ project }) => [project.id, project]));
    const limit = Math.max(1, Math.min(MOST, Math.trunc(filter.limit)));
    const after = filter.after === undefined ? undefined : readCursor(filter.after);
    const found = await this.sessions.select({
      projectIds: [...projects.keys()], limit: limit + 1,
      ...(filter.states && { states: filter.states }), ...(filter.ownerId && { ownerId: filter.ownerId }), ...(filter.ownOnly && { ownerId: actor.userId }), ...(filter.text && { text: filter.text }), ...(after && { after }),
    });
    const now = await this.clock.now();
    const last = found.length > limit ? found[limit - 1] : undefined;
    const sessions = found.slice(0, limit).flatMap((session) => {
      const project = projects.get(session.values.projectId);
      return project ? [present(session, project, now)] : [];
    });
    return { sessions, ...(last && { next: writeCursor(last) }) };
  }
}

const cursor = z.tuple([z.coerce.number().int(), z.string().regex(/^ses_[0-9a-z]{12}$/)]);

function writeCursor({ id, values }: Session): string {
  return `${values.createdAt.getTime()}.${id}`;
}

// Anything that is not a cursor of ours means the first page.
function readCursor(text: string): { createdAt: Date; id: SessionId } | undefined {
  const parsed = cursor.safeParse(text.split('.'));
  return parsed.success ? { createdAt: new Date(parsed.data[0]), id: parsed.data[1] as SessionId } : undefined;
}
