import { createHash } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import { fail, ok, type Result, type RunId } from '../../../shared';
import type { RunEnd } from '../domain/run';
import { planStale } from '../domain/terraform-failures';
import { FollowingStopped } from '../following/following-stopped';
import { RunFollower } from '../following/run-follower';
import { StateKeeper } from '../following/state-keeper';
import { RunRepository } from '../persistence/run.repository';
import { SavedPlanRepository, type SavedPlan } from '../persistence/saved-plan.repository';
import { ChildEnvironmentBuilder } from '../process/child-environment';
import { ToolFinder } from '../process/tool-finder';
import { Redactor } from '../redaction/redactor';
import { DataDirectory } from '../workspace/data-directory';
import { RunDirectory } from '../workspace/run-directory';
import { WorkerIdentity } from '../workspace/worker-identity';
import { ApplyLauncher } from './apply-launcher';
import { ApplyPlan, type ApprovedPlan } from './apply-plan.command';
import { SecretKeeper } from './secret-keeper';

@CommandHandler(ApplyPlan)
export class ApplyPlanHandler implements ICommandHandler<ApplyPlan> {
  private readonly underWay = new Map<RunId, Promise<Result<RunEnd>>>();

  constructor(
    private readonly runs: RunRepository,
    private readonly plans: SavedPlanRepository,
    private readonly states: StateKeeper,
    private readonly tools: ToolFinder,
    private readonly environments: ChildEnvironmentBuilder,
    private readonly worker: WorkerIdentity,
    private readonly directory: DataDirectory,
    private readonly launcher: ApplyLauncher,
    private readonly follower: RunFollower,
    private readonly secrets: SecretKeeper,
    private readonly transaction: Transaction,
  ) {}

  /** Two calls for one run in this process are one. */
  execute({ approved }: ApplyPlan): Promise<Result<RunEnd>> {
    const going = this.underWay.get(approved.runId) ?? this.apply(approved).finally(() => this.underWay.delete(approved.runId));
    this.underWay.set(approved.runId, going);
    return going;
  }

  private async apply(approved: ApprovedPlan): Promise<Result<RunEnd>> {
    const { runId, planId } = approved;
    const ended = await this.runs.endOf(runId);
    if (ended) return ok(ended);
    const claimed = (await this.runs.find(runId)) ? ok() : await this.claim(approved);
    if (!claimed.ok) return claimed;
    const run = await this.runs.find(runId);
    if (run && run.workerId !== (await this.worker.id())) throw new FollowingStopped(runId, 'it belongs to another worker');
    const directory = new RunDirectory(this.directory.runs, runId);
    if (!(await directory.wasStarted())) await this.launcher.launch(approved, directory);
    const end = await this.follower.follow(runId, directory, new Redactor(await this.secrets.of(runId)));
    await this.plans.spend(planId);
    // What a failed apply left may be all there is to find out what exists.
    if (end.outcome === 'succeeded') await directory.remove();
    return ok(end);
  }

  /** Checks everything the approval was bound to, then takes the plan for this run: exactly once, whoever else tries. */
  private async claim(approved: ApprovedPlan): Promise<Result<void>> {
    const { runId, planId, deploymentId, credentialsProfile } = approved;
    const [tool, environment] = [await this.tools.find(), await this.environments.build(credentialsProfile)];
    if (!tool.ok) return tool;
    if (!environment.ok) return environment;
    const plan = await this.plans.find(planId);
    if (!plan || plan.tool !== tool.value.tool || plan.version !== tool.value.version || !(await this.isAsApproved(plan, approved))) return fail(planStale());
    const workerId = await this.worker.id();
    const taken = await this.transaction.run(async () => (await this.plans.use(planId, runId)) && (await this.runs.add({ id: runId, kind: plan.destroys ? 'destroy' : 'apply', deploymentId, planId, workerId })));
    if (!taken) return fail(planStale());
    await this.secrets.keep(runId, plan, environment.value.secrets);
    return ok();
  }

  private async isAsApproved(plan: SavedPlan, { deploymentId, expected }: ApprovedPlan): Promise<boolean> {
    const newest = await this.states.newest(deploymentId);
    if (plan.deploymentId !== deploymentId || plan.sha256 !== expected.sha256 || plan.configDigest !== expected.configDigest) return false;
    if ((newest?.serial ?? null) !== plan.stateSerial || (newest?.lineage ?? null) !== plan.stateLineage) return false;
    const [planBytes, configuration] = [await this.launcher.planOf(plan), await this.launcher.configurationOf(plan)];
    return sha256(planBytes) === expected.sha256 && sha256(configuration) === expected.configDigest;
  }
}

function sha256(bytes: Buffer | undefined): string | undefined {
  return bytes && createHash('sha256').update(bytes).digest('hex');
}
