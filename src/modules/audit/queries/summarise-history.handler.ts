import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { SummariseHistory, type Counted, type HistorySummary } from './summarise-history.query';

const WITHIN = `guild_id = $1 AND project_id = ANY($2) AND at > clock_timestamp() - make_interval(days => $3)`;
const MOST = 5;

@QueryHandler(SummariseHistory)
export class SummariseHistoryHandler implements IQueryHandler<SummariseHistory> {
  constructor(private readonly transaction: Transaction) {}

  async execute({ guildId, projectIds, days }: SummariseHistory): Promise<HistorySummary> {
    const values = [guildId, [...projectIds], days];
    const [counts] = await this.transaction.manager.query<Omit<HistorySummary, 'topUsers' | 'topKinds'>[]>(
      `SELECT count(*) FILTER (WHERE action IN ('session.start', 'session.destroy', 'session.reconcile'))::int AS started,
         count(*) FILTER (WHERE action = 'session.apply' AND outcome = 'done')::int AS applied,
         count(*) FILTER (WHERE action = 'session.apply' AND outcome = 'failed')::int AS failed,
         count(*) FILTER (WHERE action = 'session.cancel' AND detail ->> 'state' = 'CANCELLED')::int AS cancelled,
         count(*) FILTER (WHERE action = 'session.expire')::int AS expired,
         count(*) FILTER (WHERE outcome = 'refused')::int AS refused,
         avg((detail ->> 'durationMs')::float8) FILTER (WHERE action = 'session.plan' AND outcome = 'done') AS "meanPlanMs",
         avg((detail ->> 'durationMs')::float8) FILTER (WHERE action = 'session.apply' AND outcome = 'done') AS "meanApplyMs"
       FROM history WHERE ${WITHIN}`,
      values,
    );
    if (!counts) throw new Error('PostgreSQL counted nothing');
    return {
      ...counts,
      topUsers: await this.top('actor_id', `action IN ('session.start', 'session.destroy', 'session.reconcile')`, values),
      topKinds: await this.top(`kind`, `action IN ('session.start', 'session.add-resource')`, values, `CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(detail -> 'kinds', '[]'::jsonb)) AS kind`),
    };
  }

  private top(name: string, which: string, values: unknown[], join = ''): Promise<Counted[]> {
    return this.transaction.manager.query(`SELECT ${name} AS name, count(*)::int AS count FROM history ${join} WHERE ${WITHIN} AND ${which} AND ${name} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST}`, values);
  }
}
