import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import type { DeploymentId, RunId } from '../../../shared';

const SILENT_SECONDS = 30;
/** A machine may be slow to come back, and nobody can look into what it was doing until it does. */
export const LOST_AFTER_SECONDS = 15 * 60;

/** Which workers live, by the database's clock. */
@Injectable()
export class WorkerRepository {
  constructor(private readonly transaction: Transaction) {}

  async seen(workerId: string): Promise<void> {
    await this.transaction.manager.query(
      `INSERT INTO worker (id, alive_since, seen_at) VALUES ($1, clock_timestamp(), clock_timestamp())
       ON CONFLICT (id) DO UPDATE SET seen_at = clock_timestamp(),
         alive_since = CASE WHEN worker.seen_at < clock_timestamp() - interval '${SILENT_SECONDS} seconds' THEN clock_timestamp() ELSE worker.alive_since END`,
      [workerId],
    );
  }

  /**
   * Open applies whose worker was silent for too long. Only a worker that was itself there all that time can tell: while the
   * database was away, everybody was silent.
   */
  async lostRuns(observer: string): Promise<readonly { readonly id: RunId; readonly deploymentId: DeploymentId }[]> {
    return this.transaction.manager.query(
      `SELECT run.id, run.deployment_id AS "deploymentId" FROM run LEFT JOIN worker ON worker.id = run.worker_id
       WHERE run.state <> 'ended' AND run.kind <> 'plan' AND run.worker_id <> $1
         AND coalesce(worker.seen_at, run.started_at) < clock_timestamp() - interval '${LOST_AFTER_SECONDS} seconds'
         AND EXISTS (SELECT FROM worker me WHERE me.id = $1 AND me.alive_since < clock_timestamp() - interval '${LOST_AFTER_SECONDS} seconds')`,
      [observer],
    );
  }
}
