import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ok, type Result, type RunId } from '../../../shared';
import { ApplyPreparation, type PreparedApply } from '../applying/apply-preparation';
import { ApplyStart } from '../applying/apply-start';
import type { RunEnd } from '../domain/run';
import { FollowingStopped } from '../following/following-stopped';
import { RunFollower } from '../following/run-follower';
import { WorkerShutdown } from '../following/worker-shutdown';
import { AttemptRepository } from '../persistence/attempt.repository';
import { RunRepository } from '../persistence/run.repository';
import { forgo, statusOf } from '../process/supervised-process';
import { RunDirectories } from '../workspace/run-directories';
import { WorkerIdentity } from '../workspace/worker-identity';
import { ApplyPlan, type ApprovedPlan } from './apply-plan.command';

const MOST_STARTS = 2;
const STARTED_IN_VAIN = 'its worker ended before Terraform began, twice. Nothing was changed';

@CommandHandler(ApplyPlan)
export class ApplyPlanHandler implements ICommandHandler<ApplyPlan> {
  private readonly underWay = new Map<RunId, Promise<Result<RunEnd>>>();

  constructor(
    private readonly preparation: ApplyPreparation,
    private readonly starter: ApplyStart,
    private readonly follower: RunFollower,
    private readonly attempts: AttemptRepository,
    private readonly runs: RunRepository,
    private readonly directories: RunDirectories,
    private readonly worker: WorkerIdentity,
    private readonly shutdown: WorkerShutdown,
  ) {}

  /** Two calls for one run in this process are one. */
  execute({ approved }: ApplyPlan): Promise<Result<RunEnd>> {
    const { runId } = approved;
    const going = this.underWay.get(runId) ?? this.shutdown.watch(this.apply(approved)).finally(() => this.underWay.delete(runId));
    this.underWay.set(runId, going);
    return going;
  }

  private async apply(approved: ApprovedPlan): Promise<Result<RunEnd>> {
    const { runId } = approved;
    let prepared: Result<PreparedApply> | undefined;
    if (!(await this.runs.find(runId))) {
      prepared = await this.preparation.prepare(approved);
      const claimed = prepared.ok ? await this.starter.claim(approved, prepared.value) : prepared;
      // Refused, unless another process has begun this very run in the meantime.
      if (!claimed.ok && !(await this.runs.find(runId))) return claimed;
    }
    const end = await this.runs.endOf(runId);
    if (end) return ok(end);
    await this.demandOwn(runId);
    const status = await statusOf(this.directories.pathOf(runId));
    if (status.phase === 'absent') await this.start(approved, prepared ?? (await this.preparation.prepare(approved)));
    return ok(await this.follower.follow(runId));
  }

  private async demandOwn(runId: RunId): Promise<void> {
    const run = await this.runs.find(runId);
    if (run?.workerId !== (await this.worker.id())) throw new FollowingStopped(runId, 'it belongs to another worker');
  }

  // A run that is recorded has to come to a recorded end, also where it turns out that it cannot be started any more. What
  // never started is tried once more, and no oftener: something ends the process each time.
  private async start(approved: ApprovedPlan, prepared: Result<PreparedApply>): Promise<void> {
    const { runId } = approved;
    const reason = (await this.attempts.countStart(runId)) > MOST_STARTS ? STARTED_IN_VAIN : prepared.ok ? undefined : prepared.failure.message;
    if (prepared.ok && reason === undefined) await this.starter.start(approved, prepared.value);
    else await forgo(this.directories.pathOf(runId), reason ?? STARTED_IN_VAIN);
  }
}
