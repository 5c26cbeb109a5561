import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { fail, ok, type Result } from '../../../shared';
import { planJson, type PlanJson } from '../documents/plan-json';
import { planCancelled, planFailed } from '../domain/terraform-failures';
import { RunRecorder, type Pen } from '../following/run-recorder';
import type { StoredState } from '../following/state-store';
import { run, type Execution } from '../process/terraform-process';
import { Redactor } from '../redaction/redactor';
import { PLAN_FILE, RunDirectories } from '../workspace/run-directories';
import type { TerraformSetup } from '../workspace/terraform-setup';
import { PlanExecution } from './plan-execution';

export interface PlanInput {
  readonly mainTfJson: string;
  /** Beside those that every plan has. */
  readonly args: readonly string[];
}

/** A plan just made, in clear. */
export interface MadePlan {
  /** The configuration it was made from. */
  readonly mainTfJson: string;
  readonly file: Buffer;
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
  readonly contents: PlanJson;
}

const UNREADABLE = 'Terraform made a plan, and then showed something that is not one. Its first words are in the log of the run; look at the program that TERRAFORM_BIN names.';
/** Of an answer that cannot be read, as evidence. */
const KEPT_CHARACTERS = 2_000;

/** Makes a plan in the run's directory, with one `plan` and one `show`. Nothing of it stays on disk. */
@Injectable()
export class PlanMaker {
  constructor(
    private readonly directories: RunDirectories,
    private readonly execution: PlanExecution,
    private readonly recorder: RunRecorder,
  ) {}

  /** Refused: TERRAFORM.PLAN_FAILED, TERRAFORM.PLAN_CANCELLED. */
  async make(pen: Pen, { mainTfJson, args }: PlanInput, { tool, environment, providers, secrets }: TerraformSetup, state: StoredState | undefined): Promise<Result<MadePlan>> {
    // What a plan left behind that died with its process.
    await this.directories.remove(pen.runId);
    try {
      const directory = await this.directories.fill(pen.runId, { mainTfJson, providers, ...(state && { state: state.bytes }) });
      const execute = (...args: string[]): Execution => ({ binary: tool.binary, args, directory, environment });
      const redactor = new Redactor([...secrets, ...(state?.state.sensitiveValues ?? [])]);
      const plan = execute('plan', '-input=false', '-json', '-lock-timeout=60s', `-out=${PLAN_FILE}`, ...args);
      const end = await this.execution.run(pen, plan, redactor);
      if (end.wasCancelled) return fail(planCancelled());
      if (end.error !== undefined) return fail(planFailed(end.error));
      const [shown] = await Promise.all([run(execute('show', '-json', PLAN_FILE)), end.recorded]);
      if (shown.exitCode !== 0) throw new Error(`Showing the plan: ${redactor.redact(shown.stderr)}`);
      const contents = readPlan(shown.stdout);
      if (!contents) {
        await this.recorder.recordErrors(pen, redactor.redact(shown.stdout.slice(0, KEPT_CHARACTERS)), 0, redactor);
        return fail(planFailed(UNREADABLE));
      }
      const file = await readFile(join(directory, PLAN_FILE));
      return ok({ mainTfJson, file, sha256: createHash('sha256').update(file).digest('hex'), contents });
    } finally {
      await this.directories.remove(pen.runId);
    }
  }
}

function readPlan(text: string): PlanJson | undefined {
  try {
    return planJson.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
