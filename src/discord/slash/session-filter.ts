import type { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '../../modules/access';
import { ListSessions, type SessionFilter } from '../../modules/sessions';
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
  const isFirst = after === undefined || after === 'newest';
  const page = await queries.execute(new ListSessions(actor, { ...FILTERS[known], limit: PER_PAGE, ...(!isFirst && { after }) }));
  return sessionList(page, known, isFirst);
}
