import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import type { RunId } from '../../../shared';
import type { JournalStep } from '../domain/journal';
import { RunProgressed } from '../events/run-progressed.event';
import type { OutputLine } from '../output/line-splitter';
import { interpret } from '../output/output-interpreter';
import { RunRepository, type JournalEntry } from '../persistence/run.repository';
import type { Redactor } from '../redaction/redactor';
import { Sealer } from '../sealing/sealer';
import { FollowingStopped } from './following-stopped';

/** Who writes about a run, until somebody else does. */
export interface Pen {
  readonly runId: RunId;
  readonly follower: string;
}

const MOST_ERROR_LINES = 200;

/** Stores what a run has printed, redacted, and tells of it. */
@Injectable()
export class RunRecorder {
  constructor(
    private readonly runs: RunRepository,
    private readonly sealer: Sealer,
    private readonly events: EventBus,
  ) {}

  /**
   * @param outputOffset where the output has to be read on, should this process end.
   * @returns the first error among the lines, in plain words.
   * @throws FollowingStopped where the pen was taken away: nothing is stored then.
   */
  async record({ runId, follower }: Pen, output: readonly OutputLine[], outputOffset: number, redactor: Redactor): Promise<string | undefined> {
    if (output.length === 0) return undefined;
    const told = interpret(output, redactor);
    const journal = await Promise.all(told.steps.map((step) => this.entry(runId, step, redactor)));
    if (!(await this.runs.append(runId, follower, { ...told, journal, outputOffset }))) throw new FollowingStopped(runId, 'another follower took over');
    return told.error;
  }

  // Some clouds name an object by what opens it.
  private async entry(runId: RunId, { id, address, ...step }: JournalStep, redactor: Redactor): Promise<JournalEntry> {
    const shown = redactor.redact(address);
    const sealedId = id === undefined ? null : await this.sealer.seal(Buffer.from(id), `id ${runId}`);
    if (shown === address) return { ...step, address, sealedId, sealedAddress: null };
    // Two that read the same have to stay two.
    const mark = createHash('sha256').update(`${runId} ${address}`).digest('hex').slice(0, 8);
    return { ...step, address: `${shown} #${mark}`, sealedId, sealedAddress: await this.sealer.seal(Buffer.from(address), `address ${runId}`) };
  }

  /** What a command complained of beside its output, its last lines at most. */
  async recordErrors(pen: Pen, text: string, outputOffset: number, redactor: Redactor): Promise<void> {
    const lines = text.split('\n').filter((line) => line.trim() !== '').slice(-MOST_ERROR_LINES);
    await this.record(pen, lines.map((line) => ({ text: line })), outputOffset, redactor);
  }

  tell(runId: RunId): void {
    this.events.publish(new RunProgressed(runId));
  }
}
