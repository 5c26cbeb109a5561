import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import { newId, type RunId } from '../../../shared';
import type { RunEnd, RunOutcome } from '../domain/run';
import { RunProgressed } from '../events/run-progressed.event';
import { readLines } from '../output/output-file';
import { tell } from '../output/run-lines';
import { RunRepository, type FollowedRun } from '../persistence/run.repository';
import { isAlive } from '../process/process-identity';
import { Redactor } from '../redaction/redactor';
import type { ExitStatus, RunDirectory } from '../workspace/run-directory';
import { FollowingStopped } from './following-stopped';
import type { StateContents } from './state-file';
import { StateKeeper } from './state-keeper';

const LOOK_EVERY_MS = 150;
/** Looks at the process, and for a wish to cancel, are rarer than looks at the file. */
const LOOKS_PER_CHECK = 4;
/** A supervisor that was just started has this long to leave its mark. */
const STARTS_WITHIN_MS = 10_000;

interface Following {
  readonly id: RunId;
  readonly follower: string;
  readonly taken: FollowedRun;
  readonly directory: RunDirectory;
  readonly redactor: Redactor;
  offset: number;
  state: StateContents | undefined;
}

/** Follows a detached run by its files: stores its lines, keeps its state, and says how it ended. */
@Injectable()
export class RunFollower implements OnModuleDestroy {
  private stopping = false;

  constructor(
    private readonly runs: RunRepository,
    private readonly states: StateKeeper,
    private readonly events: EventBus,
  ) {}

  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** @throws FollowingStopped where the run goes on without this follower. */
  async follow(id: RunId, directory: RunDirectory, redactor: Redactor): Promise<RunEnd> {
    const follower = newId<RunId>('flw');
    const taken = await this.runs.takeOver(id, follower);
    if (!taken) return this.ended(id);
    const following: Following = { id, follower, taken, directory, redactor, offset: taken.outputOffset, state: undefined };
    await this.runs.markRunning(id, follower);
    const startedAt = Date.now();
    for (let look = 0; ; look += 1) {
      if (this.stopping) throw new FollowingStopped(id, 'this process is stopping');
      // Asked before reading: once it has ended, all its output is there.
      const exit = await directory.exit();
      await this.drain(following, exit !== undefined);
      following.state = await this.states.keep(id, follower, taken.run.deploymentId, directory.stateFile, following.state?.serial) ?? following.state;
      if (exit) return this.end(following, exit);
      if (look % LOOKS_PER_CHECK === 0) {
        if (!(await this.isUnderWay(directory, startedAt)) && !(await directory.exit())) return this.end(following, undefined);
        await this.passOnCancel(following);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  private async drain(following: Following, toTheEnd: boolean): Promise<void> {
    for (;;) {
      const { lines, offset } = await readLines(following.directory.outputFile, following.offset, toTheEnd);
      if (offset === following.offset) return;
      const told = tell(lines, following.redactor);
      if (!(await this.runs.append(following.id, following.follower, { ...told, outputOffset: offset }))) throw new FollowingStopped(following.id, 'another follower took over');
      following.offset = offset;
      this.events.publish(new RunProgressed(following.id));
    }
  }

  private async isUnderWay(directory: RunDirectory, startedAt: number): Promise<boolean> {
    const supervisor = await directory.supervisor();
    return supervisor ? isAlive(supervisor) : Date.now() - startedAt < STARTS_WITHIN_MS;
  }

  // Terraform itself is signalled, once: it finishes what is in flight and saves.
  private async passOnCancel({ id, follower, directory }: Following): Promise<void> {
    const terraform = await directory.terraform();
    if (!terraform || !(await this.runs.isCancelRequested(id)) || !(await this.runs.claimCancelSignal(id, follower))) return;
    if (await isAlive(terraform)) process.kill(terraform.pid, 'SIGINT');
  }

  private async end(following: Following, exit: ExitStatus | undefined): Promise<RunEnd> {
    const { id, follower, directory, redactor, state } = following;
    const stderr = (await readLines(directory.errorFile, 0, true)).lines.filter((line) => line.trim() !== '');
    if (stderr.length > 0) await this.runs.append(id, follower, { ...tell(stderr.slice(0, 200), redactor), outputOffset: following.offset });
    const outcome = await this.outcomeOf(id, exit);
    const last = exit?.error ?? stderr.at(-1);
    const ending = { outcome, exitCode: exit?.code ?? null, outputs: state?.outputs ?? {}, resourcesInState: state?.resourceCount ?? 0, ...(last && { error: redactor.redact(last).slice(0, 1_000) }) };
    if (!(await this.runs.end(id, follower, ending))) throw new FollowingStopped(id, 'another follower took over');
    this.events.publish(new RunProgressed(id));
    return this.ended(id);
  }

  private async outcomeOf(id: RunId, exit: ExitStatus | undefined): Promise<RunOutcome> {
    if (exit?.code === 0) return 'succeeded';
    if (!exit || (exit.code === null && !exit.error)) return 'interrupted';
    return (await this.runs.isCancelRequested(id)) ? 'cancelled' : 'failed';
  }

  private async ended(id: RunId): Promise<RunEnd> {
    const end = await this.runs.endOf(id);
    if (!end) throw new FollowingStopped(id, 'another follower took over');
    return end;
  }
}
