import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Transaction } from '../../../database';
import type { RunId } from '../../../shared';
import type { RunEnd, RunSummary } from '../domain/run';
import { HeldLines } from '../output/held-lines';
import { OutputReader } from '../output/output-reader';
import { RunRepository } from '../persistence/run.repository';
import { SavedPlanRepository } from '../persistence/saved-plan.repository';
import { ERRORS_FILE, interrupt, kill, isCommandKnown, OUTPUT_FILE, statusOf, type SupervisedExit } from '../process/supervised-process';
import { Redactor } from '../redaction/redactor';
import { SealedSecrets } from '../sealing/sealed-secrets';
import { ERRORED_STATE_FILE, RunDirectories, STATE_FILE } from '../workspace/run-directories';
import { FollowingStopped } from './following-stopped';
import { endingOf } from './run-ending';
import { RunRecorder, type Pen } from './run-recorder';
import { StateStore } from './state-store';
import { StateWatch } from './state-watch';
import { WorkerShutdown } from './worker-shutdown';

const LOOK_EVERY_MS = 150;
const LOOK_FOR_CANCEL_EVERY_MS = 500;
const KILL_AFTER_MS = 15_000;
const TRY_AGAIN_AFTER_MS = 500;
/** So long a database may be away before following gives up; Terraform goes on all the while. */
const PATIENCE_MS = 120_000;

interface Following {
  readonly pen: Pen;
  readonly run: RunSummary;
  readonly directory: string;
  readonly output: OutputReader;
  readonly states: StateWatch;
  readonly held: HeldLines;
  redactor: Redactor;
  lookedForCancelAt: number;
  killAt?: number;
}

/** Follows a detached run by its files, from wherever an earlier follower left off, and brings it to its recorded end. */
@Injectable()
export class RunFollower {
  private readonly logger = new Logger(RunFollower.name);

  constructor(
    private readonly runs: RunRepository,
    private readonly plans: SavedPlanRepository,
    private readonly stateStore: StateStore,
    private readonly recorder: RunRecorder,
    private readonly secrets: SealedSecrets,
    private readonly directories: RunDirectories,
    private readonly shutdown: WorkerShutdown,
    private readonly transaction: Transaction,
  ) {}

  /** @throws FollowingStopped where the run goes on without this follower. */
  async follow(runId: RunId): Promise<RunEnd> {
    let lastGoodAt = performance.now();
    for (;;) {
      try {
        return await this.followOnce(runId, () => (lastGoodAt = performance.now()));
      } catch (error) {
        if (this.shutdown.signal.aborted) throw new FollowingStopped(runId, 'this worker is stopping');
        if (error instanceof FollowingStopped || performance.now() - lastGoodAt > PATIENCE_MS) throw error;
        // Whatever was stored and whatever was not, the next try begins where the database says.
        this.logger.warn({ err: error, run: runId }, 'Following a run: trying again');
        await pause(TRY_AGAIN_AFTER_MS);
      }
    }
  }

  private async followOnce(runId: RunId, onGoodLook: () => void): Promise<RunEnd> {
    const following = await this.takeUp(runId);
    while (following) {
      if (this.shutdown.signal.aborted) throw new FollowingStopped(runId, 'this worker is stopping');
      // Asked before reading: once it has ended, all that it wrote is there to be read.
      const status = await statusOf(following.directory);
      await this.lookAtState(following);
      const isMore = await this.readOn(following);
      if (!isMore && status.phase !== 'running') {
        await this.end(following, status.phase === 'exited' ? status.exit : undefined);
        break;
      }
      await this.passOnCancel(following);
      onGoodLook();
      if (!isMore) await pause(LOOK_EVERY_MS);
    }
    const end = await this.runs.endOf(runId);
    if (!end) throw new Error(`Run ${runId} is unknown`);
    return end;
  }

  private async takeUp(runId: RunId): Promise<Following | undefined> {
    const pen = { runId, follower: randomUUID() };
    const taken = await this.runs.takeOver(runId, pen.follower);
    if (!taken) return undefined;
    const directory = this.directories.pathOf(runId);
    const following: Following = {
      pen,
      run: taken.run,
      directory,
      output: new OutputReader(join(directory, OUTPUT_FILE), taken.outputOffset),
      states: new StateWatch(this.stateStore, pen, taken.run.deploymentId, join(directory, STATE_FILE)),
      held: new HeldLines(),
      redactor: new Redactor(await this.secrets.open(taken.sealedSecrets, runId)),
      lookedForCancelAt: 0,
    };
    await this.runs.markRunning(runId, pen.follower);
    return following;
  }

  // What was made meanwhile may have secrets of its own.
  private async lookAtState(following: Following): Promise<void> {
    const state = await following.states.look();
    if (state) following.redactor = following.redactor.with(state.sensitiveValues);
  }

  // Where Terraform could not write its state, it left it beside.
  private async lookAtErrored({ pen, run, directory, states }: Following): Promise<void> {
    const errored = await new StateWatch(this.stateStore, pen, run.deploymentId, join(directory, ERRORED_STATE_FILE)).look();
    if (errored) states.replace(errored);
  }

  private async readOn({ pen, output, redactor, held }: Following): Promise<boolean> {
    const read = await output.read();
    const { lines, offset } = read === undefined ? held.release(output.offset) : held.take(read, output.offset, redactor);
    await this.recorder.record(pen, lines, offset, redactor);
    if (lines.length > 0) this.recorder.tell(pen.runId);
    return read !== undefined;
  }

  private async passOnCancel(following: Following): Promise<void> {
    const { pen, directory } = following;
    if (performance.now() - following.lookedForCancelAt < LOOK_FOR_CANCEL_EVERY_MS) return;
    following.lookedForCancelAt = performance.now();
    if (following.killAt !== undefined && performance.now() > following.killAt) await kill(directory);
    if (!(await this.runs.isCancelRequested(pen.runId)) || !(await isCommandKnown(directory))) return;
    const signal = await this.runs.claimSignal(pen.runId, pen.follower);
    if (signal) await interrupt(directory);
    // Terraform itself cancels what is in flight within five seconds of the second one.
    if (signal === 'force') following.killAt = performance.now() + KILL_AFTER_MS;
  }

  // The last lines, the last state and the end are one transaction: a crash leaves all of it to the next follower.
  private async end(following: Following, exit: SupervisedExit | undefined): Promise<void> {
    const { pen, run, directory, output, states, redactor } = following;
    const stderr = exit?.code === 0 ? '' : redactor.redact(await readFile(join(directory, ERRORS_FILE), 'utf8').catch(() => ''));
    await this.transaction.run(async () => {
      await this.lookAtErrored(following);
      const rest = [...following.held.release(output.offset, true).lines, ...output.end()];
      await this.recorder.record(pen, rest, output.offset, redactor);
      await this.recorder.recordErrors(pen, stderr, output.offset, redactor);
      const ending = endingOf({ exit, stderr, wasCancelled: await this.runs.isCancelRequested(run.id), wasForced: await this.runs.isForced(run.id), lostProvider: await this.runs.hasLostProvider(run.id) }, states);
      if (!(await this.runs.end(run.id, pen.follower, { ...ending, outputs: redactor.redactValues(ending.outputs) }))) throw new FollowingStopped(run.id, 'another follower took over');
      if (run.kind === 'reconcile' && ending.outcome === 'succeeded' && (await this.plans.find(run.planId))?.settles) await this.runs.settle(run.deploymentId);
      await this.plans.spend(run.planId);
    });
    await this.tidyUp(run.id, exit !== undefined && exit.signal === null && !states.isDamaged);
    this.recorder.tell(run.id);
  }

  // Its lines, its journal and its states are stored; what an interrupted apply left of its state may be all there is to find out what exists.
  private async tidyUp(runId: RunId, isAllStored: boolean): Promise<void> {
    await (isAllStored ? this.directories.remove(runId) : this.directories.keepStates(runId));
  }
}
