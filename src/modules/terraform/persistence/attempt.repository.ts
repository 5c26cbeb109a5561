import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import type { DeploymentId, PlanId, RunId } from '../../../shared';

/** The leave to apply one plan, once: it exists from the approval on, and its id is that of the one run it becomes. */
export interface Attempt {
  readonly runId: RunId;
  readonly planId: PlanId;
  readonly deploymentId: DeploymentId;
  /** Of the plan that was approved, in hex. */
  readonly sha256: string;
}

@Injectable()
export class AttemptRepository {
  constructor(private readonly transaction: Transaction) {}

  /** False where the plan has an attempt already. */
  async add({ runId, planId, deploymentId, sha256 }: Attempt): Promise<boolean> {
    const rows = await this.transaction.manager.query<object[]>(
      'INSERT INTO apply_attempt (run_id, plan_id, deployment_id, plan_sha256) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING run_id',
      [runId, planId, deploymentId, sha256],
    );
    return rows.length === 1;
  }

  /** True for one worker, ever. */
  async claim({ runId, planId, deploymentId, sha256 }: Attempt, workerId: string): Promise<boolean> {
    const [rows] = await this.transaction.manager.query<[object[], number]>(
      `UPDATE apply_attempt SET worker_id = $5, claimed_at = clock_timestamp()
       WHERE run_id = $1 AND plan_id = $2 AND deployment_id = $3 AND plan_sha256 = $4 AND worker_id IS NULL RETURNING run_id`,
      [runId, planId, deploymentId, sha256, workerId],
    );
    return rows.length === 1;
  }

  /** Takes the leave back; false where there is none, or a worker has taken it. */
  async withdraw(runId: RunId): Promise<boolean> {
    const [rows] = await this.transaction.manager.query<[object[], number]>(
      `UPDATE apply_attempt SET worker_id = 'withdrawn', claimed_at = clock_timestamp() WHERE run_id = $1 AND worker_id IS NULL RETURNING run_id`,
      [runId],
    );
    return rows.length === 1;
  }

  /** How often its Terraform was to be started, this time included. Several processes that try within two seconds are one time. */
  async countStart(runId: RunId): Promise<number> {
    const [rows] = await this.transaction.manager.query<[{ starts: number }[], number]>(
      `UPDATE apply_attempt SET start_tried_at = clock_timestamp(),
         starts = starts + CASE WHEN start_tried_at > clock_timestamp() - interval '2 seconds' THEN 0 ELSE 1 END
       WHERE run_id = $1 RETURNING starts`,
      [runId],
    );
    return rows[0]?.starts ?? 1;
  }
}
