import { Injectable } from '@nestjs/common';
import type { RunId } from '../../../shared';
import { tell } from '../output/run-lines';
import { RunRepository } from '../persistence/run.repository';
import { runStreaming, type Invocation } from '../process/terraform-process';
import type { Redactor } from '../redaction/redactor';

export interface PlanRun {
  readonly exitCode: number | null;
  readonly cancelled: boolean;
  /** In plain words. */
  readonly error?: string;
}

const LOOK_EVERY_MS = 300;
const LONGEST_LINE = 64 * 1024;

/** Runs `terraform plan` in this process's own hands: a plan that is lost is simply made again. */
@Injectable()
export class PlanRunner {
  constructor(private readonly runs: RunRepository) {}

  async run(invocation: Invocation, runId: RunId, follower: string, redactor: Redactor): Promise<PlanRun> {
    const stop = new AbortController();
    const watch = setInterval(() => {
      this.runs.isCancelRequested(runId).then((wanted) => wanted && stop.abort(), () => undefined);
    }, LOOK_EVERY_MS);
    const lines: string[] = [];
    let rest = '';
    const decoder = new TextDecoder();
    try {
      const { exitCode, stderr } = await runStreaming(invocation, (chunk) => {
        const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
        rest = (parts.pop() ?? '').slice(0, LONGEST_LINE);
        lines.push(...parts.map((line) => line.slice(0, LONGEST_LINE).replaceAll('\0', '')));
      }, stop.signal);
      const complaints = stderr.split('\n').filter((line) => line.trim() !== '').slice(0, 200);
      const told = tell([...lines, ...(rest ? [rest] : []), ...complaints], redactor);
      await this.runs.append(runId, follower, { ...told, outputOffset: 0 });
      const error = told.error ?? (exitCode === 0 ? undefined : complaints.at(-1));
      return { exitCode, cancelled: stop.signal.aborted, ...(error && { error: redactor.redact(error) }) };
    } finally {
      clearInterval(watch);
    }
  }
}
