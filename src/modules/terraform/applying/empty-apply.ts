import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import type { RunId } from '../../../shared';
import { RunRepository } from '../persistence/run.repository';
import { SavedPlanRepository } from '../persistence/saved-plan.repository';
import type { PreparedApply } from './apply-preparation';

/** Records a plan that changes nothing as applied, in the transaction that claims it: Terraform itself refuses to apply one. */
@Injectable()
export class EmptyApply {
  constructor(
    private readonly runs: RunRepository,
    private readonly plans: SavedPlanRepository,
    private readonly transaction: Transaction,
  ) {}

  async record(runId: RunId, { saved, state }: Pick<PreparedApply, 'saved' | 'state'>): Promise<void> {
    const follower = randomUUID();
    await this.transaction.run(async () => {
      if (!(await this.runs.takeOver(runId, follower))) return;
      await this.runs.end(runId, follower, { outcome: 'succeeded', exitCode: 0, outputs: state?.state.outputs ?? {}, resourcesInState: state?.state.resourceCount ?? 0, durationMs: 0 });
      if (saved.settles) await this.runs.settle(saved.deploymentId);
      await this.plans.spend(saved.planId);
    });
  }
}
