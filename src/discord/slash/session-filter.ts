import type { QueryBus } from '@nestjs/cqrs';
import { ListProjects, type Actor } from '../../modules/access';
import { ListSessions, SESSION_STATES, type SessionFilter } from '../../modules/sessions';
import { fail, failure, ok, type ProjectId, type Result, type UserId } from '../../shared';
import { routeTo } from '../routes';
import { sessionList } from '../views/session-list.view';

const PER_PAGE = 10;
const FILTERS: Readonly<Record<string, Omit<SessionFilter, 'limit'>>> = {
  all: {},
  mine: { ownOnly: true },
  active: { states: ['DRAFT', 'VALIDATING', 'PLANNING', 'PLAN_READY', 'APPROVED', 'APPLYING'] },
  applied: { states: ['APPLIED'] },
  failed: { states: ['FAILED'] },
};

export const LIST_FILTERS = Object.keys(FILTERS);

/** A page of sessions as a message. `after` is a page's cursor; anything else begins with the newest. */
export async function listSessions(queries: QueryBus, actor: Actor, filter: string, after?: string): Promise<ReturnType<typeof sessionList>> {
  const known = filter in FILTERS ? filter : 'all';
  const isFirst = isFirstPage(after);
  const page = await queries.execute(new ListSessions(actor, { ...FILTERS[known], limit: PER_PAGE, ...(!isFirst && { after }) }));
  return sessionList(page, isFirst, (cursor) => routeTo.listSessions(known, cursor));
}

/** Which of everybody's sessions; `any` where it does not matter. */
export interface AdministeredFilter {
  readonly state: string;
  readonly project: string;
  readonly member: string;
}

/** The same for whoever administers a project. Refused: ACCESS.LEVEL_NEEDED. */
export async function administeredSessions(queries: QueryBus, actor: Actor, { state, project, member }: AdministeredFilter, after?: string): Promise<Result<ReturnType<typeof sessionList>>> {
  if ((await queries.execute(new ListProjects(actor, 'ADMIN'))).length === 0) return fail(failure('ACCESS.LEVEL_NEEDED', 'This is for administrators of a project. `/cloud-list` shows what you may see.'));
  const isFirst = isFirstPage(after);
  const known = SESSION_STATES.find((one) => one === state);
  const page = await queries.execute(new ListSessions(actor, {
    asAdministrator: true, limit: PER_PAGE, ...(known && { states: [known] }), ...(project !== 'any' && { projectId: project as ProjectId }),
    ...(member !== 'any' && { ownerId: member as UserId }), ...(!isFirst && { after }),
  }));
  return ok(sessionList(page, isFirst, (cursor) => routeTo.adminList(state, project, member, cursor)));
}

const isFirstPage = (after: string | undefined): after is undefined => after === undefined || after === 'newest';
