import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { FollowingStopped } from '../following/following-stopped';
import { RunRecorder, type Pen } from '../following/run-recorder';
import { WorkerShutdown } from '../following/worker-shutdown';
import { plainError } from '../output/error-in-words';
import { HeldLines } from '../output/held-lines';
import { OutputReader } from '../output/output-reader';
import { RunRepository } from '../persistence/run.repository';
import { OUTPUT_FILE } from '../process/supervised-process';
import { start, type Execution, type ProcessEnd, type StartedProcess } from '../process/terraform-process';
import type { Redactor } from '../redaction/redactor';

export interface PlanEnd {
  /** Null where it was killed or could not be started. */
  readonly exitCode: number | null;
  readonly wasCancelled: boolean;
  /** In plain words, redacted; absent on success. */
  readonly error?: string;
  /** Settles once its last lines are stored: until then other work can go on. */
  readonly recorded: Promise<void>;
}

/** Nobody watches a plan line by line, and each look costs Terraform a little of the machine. */
const LOOK_EVERY_MS = 400;
const LOOK_FOR_CANCEL_EVERY_MS = 500;
/** A provider that hangs must not hold a worker for ever. Nothing is lost with a plan. */
const LONGEST_PLAN_MS = 14 * 60_000;
const LATE = `The plan took longer than ${LONGEST_PLAN_MS / 60_000} minutes and was stopped.`;

/** Runs `terraform plan` as a child of this process, and stores its lines while they come. */
@Injectable()
export class PlanExecution {
  constructor(
    private readonly runs: RunRepository,
    private readonly recorder: RunRecorder,
    private readonly shutdown: WorkerShutdown,
  ) {}

  /** @throws FollowingStopped where this process is stopping, or the run was taken up by another one: the plan is stopped then. */
  async run(pen: Pen, execution: Execution, redactor: Redactor): Promise<PlanEnd> {
    const file = join(execution.directory, OUTPUT_FILE);
    const output = new OutputReader(file, 0);
    const child = start(execution, file);
    try {
      return await this.watch(pen, child, output, redactor);
    } finally {
      child.stop();
      await child.end;
    }
  }

  private async watch(pen: Pen, child: StartedProcess, output: OutputReader, redactor: Redactor): Promise<PlanEnd> {
    const wish = this.stopWish(pen);
    const held = new HeldLines();
    let stopped: 'cancelled' | 'late' | undefined;
    let error: string | undefined;
    let exit: ProcessEnd | undefined;
    for (;;) {
      exit = await Promise.race([child.end, pause(LOOK_EVERY_MS, undefined)]);
      if (exit) break;
      const told = await this.drain(pen, output, held, redactor);
      error ??= told;
      stopped ??= await wish();
      if (stopped) child.stop();
    }
    const rest = this.drain(pen, output, held, redactor).then(async (told) => {
      await this.recorder.record(pen, [...held.release(0, true).lines, ...output.end()], 0, redactor);
      return told;
    });
    // Whoever is told of the end waits for it; until somebody does, its failure is nobody's surprise.
    const recorded = rest.then(() => undefined);
    recorded.catch(() => undefined);
    if (exit.exitCode === 0 && !stopped) return { exitCode: 0, wasCancelled: false, recorded };
    error ??= await rest;
    await this.recorder.recordErrors(pen, exit.stderr, 0, redactor);
    const reason = stopped === 'late' ? LATE : (error ?? (plainError(redactor.redact(exit.stderr)) || `Terraform ended with exit code ${exit.exitCode} and gave no reason.`));
    return { exitCode: exit.exitCode, wasCancelled: stopped === 'cancelled', error: reason, recorded };
  }

  /** Stores all that is there; answers the first error in it. */
  private async drain(pen: Pen, output: OutputReader, held: HeldLines, redactor: Redactor): Promise<string | undefined> {
    let error: string | undefined;
    for (let read = await output.read(); read; read = await output.read()) {
      const { lines } = held.take(read, 0, redactor);
      const told = await this.recorder.record(pen, lines, 0, redactor);
      error ??= told;
      this.recorder.tell(pen.runId);
    }
    return error;
  }

  private stopWish({ runId }: Pen): () => Promise<'cancelled' | 'late' | undefined> {
    const startedAt = performance.now();
    let lookedAt = startedAt;
    return async () => {
      if (this.shutdown.signal.aborted) throw new FollowingStopped(runId, 'this worker is stopping');
      const now = performance.now();
      if (now - startedAt > LONGEST_PLAN_MS) return 'late';
      if (now - lookedAt < LOOK_FOR_CANCEL_EVERY_MS) return undefined;
      lookedAt = now;
      return (await this.runs.isCancelRequested(runId)) ? 'cancelled' : undefined;
    };
  }
}
