import { randomUUID } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { ok, type Failure, type Result } from '../../../shared';
import type { ChangeCounts, PlanOutcome } from '../domain/plan-outcome';
import { sensitiveValuesOf, summarisePlan } from '../documents/plan-summary';
import { FollowingStopped } from '../following/following-stopped';
import { RunRecorder, type Pen } from '../following/run-recorder';
import { StateStore, type StoredState } from '../following/state-store';
import { WorkerShutdown } from '../following/worker-shutdown';
import { RunRepository } from '../persistence/run.repository';
import { PlanMaker } from '../planning/plan-maker';
import { PlanSafe } from '../planning/plan-safe';
import { ReconcilePlanner, type ReconcilePlan } from '../reconciling/reconcile-planner';
import { Redactor } from '../redaction/redactor';
import { TerraformSetups, type TerraformSetup } from '../workspace/terraform-setup';
import { WorkerIdentity } from '../workspace/worker-identity';
import { PlanConfiguration, type PlanRequest } from './plan-configuration.command';

const PLANNED = { exitCode: 0, outputs: {}, resourcesInState: 0 } as const;

@CommandHandler(PlanConfiguration)
export class PlanConfigurationHandler implements ICommandHandler<PlanConfiguration> {
  constructor(
    private readonly runs: RunRepository,
    private readonly states: StateStore,
    private readonly setups: TerraformSetups,
    private readonly maker: PlanMaker,
    private readonly reconciler: ReconcilePlanner,
    private readonly safe: PlanSafe,
    private readonly recorder: RunRecorder,
    private readonly worker: WorkerIdentity,
    private readonly shutdown: WorkerShutdown,
    private readonly transaction: Transaction,
  ) {}

  execute({ request }: PlanConfiguration): Promise<Result<PlanOutcome>> {
    return this.shutdown.watch(this.plan(request));
  }

  private async plan(request: PlanRequest): Promise<Result<PlanOutcome>> {
    const startedAt = performance.now();
    const setup = await this.setups.prepare(request.mainTfJson, request.credentials);
    if (!setup.ok) return setup;
    const state = await this.states.newest(request.deploymentId);
    if (!state.ok) return state;

    const pen = await this.begin(request);
    try {
      const made = await this.make(pen, request, setup.value, state.value);
      if (!made.ok) return await this.giveUp(pen, made);
      return ok({ ...(await this.keep(pen, request, setup.value, state.value, made.value)), durationMs: Math.round(performance.now() - startedAt) });
    } catch (error) {
      if (!(error instanceof FollowingStopped)) await this.runs.end(pen.runId, pen.follower, { ...PLANNED, exitCode: null, outcome: 'failed', error: 'Planning broke on our side.' });
      throw error;
    } finally {
      this.recorder.tell(pen.runId);
    }
  }

  private async begin({ runId, planId, deploymentId }: PlanRequest): Promise<Pen> {
    const workerId = await this.worker.id();
    const follower = randomUUID();
    await this.transaction.run(async () => {
      await this.runs.endPlansOf(deploymentId, runId);
      if (!(await this.runs.add({ id: runId, kind: 'plan', deploymentId, planId, workerId }))) await this.runs.reopen(runId, workerId);
      if (!(await this.runs.takeOver(runId, follower))) throw new Error(`Run ${runId} is not a plan's, or another run is at work on ${deploymentId}`);
      await this.runs.markRunning(runId, follower);
    });
    return { runId, follower };
  }

  private async make(pen: Pen, request: PlanRequest, setup: TerraformSetup, state: StoredState | undefined): Promise<Result<ReconcilePlan>> {
    if (request.as === 'reconcile') return this.reconciler.plan(pen, request, setup, state);
    const made = await this.maker.make(pen, { mainTfJson: request.mainTfJson, args: request.as === 'destroy' ? ['-destroy'] : [] }, setup, state);
    return made.ok ? ok({ made: made.value, orphans: [], settles: false }) : made;
  }

  private async giveUp({ runId, follower }: Pen, refused: { readonly ok: false; readonly failure: Failure }): Promise<Result<never>> {
    const outcome = refused.failure.code === 'TERRAFORM.PLAN_CANCELLED' ? 'cancelled' : 'failed';
    await this.runs.end(runId, follower, { ...PLANNED, exitCode: null, outcome, error: refused.failure.message });
    return refused;
  }

  private async keep({ runId, follower }: Pen, request: PlanRequest, setup: TerraformSetup, from: StoredState | undefined, { made: { file, sha256, contents, mainTfJson }, orphans, settles }: ReconcilePlan): Promise<Omit<PlanOutcome, 'durationMs'>> {
    const { planId, deploymentId, configDigest, as: appliesAs = 'apply' } = request;
    const { tool, version } = setup.tool;
    const secrets = [...new Set([...setup.secrets, ...(from?.state.sensitiveValues ?? []), ...sensitiveValuesOf(contents)])];
    const redactor = new Redactor(secrets);
    const summary = summarisePlan(contents, redactor, { withDrift: appliesAs === 'reconcile' });
    const bound = {
      planId, sha256, configDigest, lockDigest: setup.providers.lockDigest,
      stateSerial: from?.state.serial ?? null, stateLineage: from?.state.lineage ?? null, tool, version,
    };
    await this.transaction.run(async () => {
      if (!(await this.runs.end(runId, follower, { ...PLANNED, outcome: 'succeeded' }))) throw new FollowingStopped(runId, 'another one plans it');
      if (!(await this.safe.put({ ...bound, deploymentId, appliesAs, settles, isEmpty: isEmpty(summary.counts) }, { file, mainTfJson, secrets }, summary.resources))) throw new Error(`Plan ${planId} is used already`);
    });
    const shown = orphans.map((orphan) => ({ ...orphan, address: redactor.redact(orphan.address), ...(orphan.id !== undefined && { id: redactor.redact(orphan.id) }) }));
    return { ...bound, ...summary, orphans: shown, settles };
  }
}

function isEmpty({ add, change, destroy, import: taken = 0, refresh = 0 }: ChangeCounts): boolean {
  return add + change + destroy + taken + refresh === 0;
}
