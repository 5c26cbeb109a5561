import { randomUUID } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import type { DeploymentId, RunId } from '../../../shared';
import { StateStore } from '../following/state-store';
import { RunRecorder } from '../following/run-recorder';
import { RunRepository } from '../persistence/run.repository';
import { SavedPlanRepository } from '../persistence/saved-plan.repository';
import { WorkerRepository } from '../persistence/worker.repository';
import { WorkerIdentity } from '../workspace/worker-identity';
import { InterruptLostRuns } from './interrupt-lost-runs.command';

const LOST = 'The machine that ran this has not been heard of for fifteen minutes. What it had begun may exist without being recorded.';

/** Takes the fence first: should the machine come back, its writes change nothing any more. */
@CommandHandler(InterruptLostRuns)
export class InterruptLostRunsHandler implements ICommandHandler<InterruptLostRuns> {
  constructor(
    private readonly workers: WorkerRepository,
    private readonly runs: RunRepository,
    private readonly plans: SavedPlanRepository,
    private readonly states: StateStore,
    private readonly recorder: RunRecorder,
    private readonly worker: WorkerIdentity,
    private readonly transaction: Transaction,
  ) {}

  async execute(): Promise<readonly RunId[]> {
    const lost = await this.workers.lostRuns(await this.worker.id());
    for (const { id, deploymentId } of lost) {
      if (await this.transaction.run(() => this.interrupt(id, deploymentId))) this.recorder.tell(id);
    }
    return lost.map(({ id }) => id);
  }

  private async interrupt(id: RunId, deploymentId: DeploymentId): Promise<boolean> {
    const follower = randomUUID();
    const taken = await this.runs.takeOver(id, follower);
    if (!taken) return false;
    const newest = await this.states.newest(deploymentId);
    await this.plans.spend(taken.run.planId);
    return this.runs.end(id, follower, { outcome: 'interrupted', exitCode: null, error: LOST, outputs: {}, resourcesInState: (newest.ok && newest.value?.state.resourceCount) || 0 });
  }
}
