import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import { fail, ok, type Result } from '../../../shared';
import type { ApprovedPlan } from '../commands/apply-plan.command';
import { planStale } from '../domain/terraform-failures';
import { AttemptRepository } from '../persistence/attempt.repository';
import { RunRepository } from '../persistence/run.repository';
import { SavedPlanRepository } from '../persistence/saved-plan.repository';
import { startSupervised } from '../process/supervised-process';
import { SealedSecrets } from '../sealing/sealed-secrets';
import { PLAN_FILE, RunDirectories } from '../workspace/run-directories';
import { WorkerIdentity } from '../workspace/worker-identity';
import { EmptyApply } from './empty-apply';
import type { PreparedApply } from './apply-preparation';

/** Takes a plan for one run, and starts that run's Terraform: each of them once, however often and wherever it is tried. */
@Injectable()
export class ApplyStart {
  constructor(
    private readonly runs: RunRepository,
    private readonly attempts: AttemptRepository,
    private readonly plans: SavedPlanRepository,
    private readonly empty: EmptyApply,
    private readonly directories: RunDirectories,
    private readonly secrets: SealedSecrets,
    private readonly worker: WorkerIdentity,
    private readonly transaction: Transaction,
  ) {}

  /** Takes the attempt, uses up the plan and records its run, in one transaction. Refused: TERRAFORM.PLAN_STALE. */
  async claim({ runId, planId, deploymentId, expected: { sha256 } }: ApprovedPlan, { saved, plan, setup, state }: PreparedApply): Promise<Result<void>> {
    const workerId = await this.worker.id();
    const secrets = await this.secrets.seal([...new Set([...plan.secrets, ...setup.secrets])], runId);
    return this.transaction.run(async () => {
      if (!(await this.attempts.claim({ runId, planId, deploymentId, sha256 }, workerId))) return fail(planStale());
      if (!(await this.plans.use(planId, runId))) return fail(planStale());
      if (!(await this.runs.add({ id: runId, kind: saved.appliesAs, deploymentId, planId, workerId }))) throw new Error(`Run ${runId} exists, and is not this plan's`);
      await this.runs.keepSecrets(runId, secrets);
      if (saved.isEmpty) await this.empty.record(runId, { saved, state });
      return ok();
    });
  }

  async start({ runId }: ApprovedPlan, { plan, setup, state }: PreparedApply): Promise<void> {
    const { mainTfJson, file } = plan;
    const directory = await this.directories.fill(runId, { mainTfJson, providers: setup.providers, plan: file, ...(state && { state: state.bytes }) });
    const args = ['apply', '-input=false', '-json', '-lock-timeout=60s', PLAN_FILE];
    await startSupervised({ binary: setup.tool.binary, args, directory, environment: setup.environment });
  }
}
