import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Transaction } from '../../../database';
import { HOURS_PER_MONTH, type DeploymentId, type ProjectId, type SessionId } from '../../../shared';
import type { Committed } from '../domain/budget';
import type { KindUse } from '../domain/kind-use';
import type { KindCounts, Quota } from '../domain/quota';
import { UsageRepository, type CostGroup, type CostGroupRow, type DayCost, type Reservation, type UsingDeployment } from './usage.repository';

const amount = z.coerce.number();
const quotaRow = z.object({ kind: z.string(), limit: amount, used: amount, reserved: amount });
const committedRow = z.object({ monthlyUsd: amount, complete: z.boolean() });
const groupRow = z.object({ key: z.string(), monthlyUsd: amount, complete: z.boolean(), resources: amount });
const dayRow = z.object({ day: z.string(), key: z.string(), usd: amount });

const COLUMN_OF = { project: 'project_id', owner: 'owner_id', kind: 'kind', provider: 'provider' } as const satisfies Record<CostGroup, string>;

// What a row cost between two moments, of which the second is never later than now.
const cost = (from: string, to: string): string =>
  `monthly_usd / ${HOURS_PER_MONTH} * greatest(0, extract(epoch FROM least(coalesce(until, now()), now(), ${to}) - greatest(since, ${from}))) / 3600`;

@Injectable()
export class TypeormUsageRepository extends UsageRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async lock(projectId: ProjectId): Promise<void> {
    await this.transaction.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('usage ' || $1, 0))`, [projectId]);
  }

  async setQuota(projectId: ProjectId, kind: string, limit: number | undefined): Promise<void> {
    if (limit === undefined) await this.transaction.manager.query('DELETE FROM quota WHERE project_id = $1 AND kind = $2', [projectId, kind]);
    else await this.transaction.manager.query('INSERT INTO quota VALUES ($1, $2, $3) ON CONFLICT (project_id, kind) DO UPDATE SET most = EXCLUDED.most', [projectId, kind, limit]);
  }

  async quotas(projectId: ProjectId, except?: SessionId): Promise<readonly Quota[]> {
    return this.read(quotaRow,
      `SELECT kind, most AS "limit",
         (SELECT coalesce(sum(count), 0) FROM usage WHERE usage.project_id = $1 AND until IS NULL AND usage.kind = quota.kind) AS used,
         (SELECT coalesce(sum((kinds ->> quota.kind)::integer), 0) FROM reservation WHERE reservation.project_id = $1 AND session_id IS DISTINCT FROM $2) AS reserved
       FROM quota WHERE project_id = $1 ORDER BY kind`, [projectId, except ?? null]);
  }

  async deployed(deploymentId: DeploymentId): Promise<KindCounts> {
    const rows = await this.read(z.object({ kind: z.string(), count: amount }), 'SELECT kind, count FROM usage WHERE deployment_id = $1 AND until IS NULL', [deploymentId]);
    return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
  }

  async reserve({ sessionId, deploymentId, projectId, kinds, cost: { monthlyUsd, complete } }: Reservation): Promise<void> {
    await this.transaction.manager.query(
      `INSERT INTO reservation VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (session_id) DO UPDATE SET kinds = EXCLUDED.kinds, monthly_usd = EXCLUDED.monthly_usd, complete = EXCLUDED.complete`,
      [sessionId, deploymentId, projectId, JSON.stringify(kinds), monthlyUsd, complete]);
  }

  async release(sessionId: SessionId): Promise<void> {
    await this.transaction.manager.query('DELETE FROM reservation WHERE session_id = $1', [sessionId]);
  }

  async take({ deploymentId, projectId, ownerId, provider }: UsingDeployment, uses: readonly KindUse[]): Promise<void> {
    await this.transaction.manager.query('UPDATE usage SET until = clock_timestamp() WHERE deployment_id = $1 AND until IS NULL', [deploymentId]);
    for (const { kind, count, monthlyUsd, complete } of uses) {
      await this.transaction.manager.query('INSERT INTO usage VALUES ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), NULL)', [deploymentId, kind, projectId, ownerId, provider, count, monthlyUsd, complete]);
    }
  }

  async committed(projectId: ProjectId, except?: { readonly deploymentId: DeploymentId; readonly sessionId: SessionId }): Promise<Committed> {
    const [committed] = await this.read(committedRow,
      `WITH deployed AS (
         SELECT deployment_id, sum(monthly_usd) AS usd, bool_and(complete) AS complete FROM usage
         WHERE project_id = $1 AND until IS NULL AND deployment_id IS DISTINCT FROM $2 GROUP BY deployment_id
       ), kept AS (
         SELECT greatest(0, monthly_usd - coalesce(deployed.usd, 0)) AS usd, reservation.complete FROM reservation LEFT JOIN deployed USING (deployment_id)
         WHERE project_id = $1 AND deployment_id IS DISTINCT FROM $2 AND session_id IS DISTINCT FROM $3
       ), every AS (SELECT usd, complete FROM deployed UNION ALL SELECT usd, complete FROM kept)
       SELECT coalesce(sum(usd), 0) AS "monthlyUsd", coalesce(bool_and(complete), true) AS complete FROM every`,
      [projectId, except?.deploymentId ?? null, except?.sessionId ?? null]);
    return committed ?? { monthlyUsd: 0, complete: true };
  }

  async groups(projectIds: readonly ProjectId[], by: CostGroup): Promise<readonly CostGroupRow[]> {
    return this.read(groupRow,
      `SELECT ${COLUMN_OF[by]} AS key, sum(monthly_usd) AS "monthlyUsd", bool_and(complete) AS complete, sum(count) AS resources
       FROM usage WHERE project_id = ANY ($1) AND until IS NULL GROUP BY 1 ORDER BY 2 DESC, 1`, [projectIds]);
  }

  async course(projectIds: readonly ProjectId[], by: CostGroup, days: number): Promise<readonly DayCost[]> {
    return this.read(dayRow,
      `SELECT to_char(day AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, ${COLUMN_OF[by]} AS key, sum(${cost('day', `day + interval '1 day'`)}) AS usd
       FROM generate_series(date_trunc('day', now(), 'UTC') - ($2::integer - 1) * interval '1 day', now(), interval '1 day') AS day
       JOIN usage ON project_id = ANY ($1) AND since < day + interval '1 day' AND (until IS NULL OR until > day)
       GROUP BY day, ${COLUMN_OF[by]} ORDER BY day, key`, [projectIds, days]);
  }

  async spentThisMonth(projectIds: readonly ProjectId[]): Promise<number> {
    const month = `date_trunc('month', now(), 'UTC')`;
    const [row] = await this.read(z.object({ usd: amount }),
      `SELECT coalesce(sum(${cost(month, 'now()')}), 0) AS usd FROM usage WHERE project_id = ANY ($1) AND (until IS NULL OR until > ${month})`, [projectIds]);
    return row?.usd ?? 0;
  }

  async alertOnce(projectId: ProjectId, percent: number): Promise<boolean> {
    const rows = await this.read(z.object({ percent: amount }),
      `INSERT INTO budget_alert VALUES ($1, to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM'), $2) ON CONFLICT DO NOTHING RETURNING percent`, [projectId, percent]);
    return rows.length === 1;
  }

  private async read<T>(row: z.ZodType<T>, sql: string, parameters: readonly unknown[]): Promise<readonly T[]> {
    return z.array(row).parse(await this.transaction.manager.query(sql, [...parameters]));
  }
}
