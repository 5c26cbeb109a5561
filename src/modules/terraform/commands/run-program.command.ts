import { Command } from '@nestjs/cqrs';

export interface ProgramRequest {
  /** A path. */
  readonly binary: string;
  readonly args: readonly string[];
  /** Its working directory. */
  readonly directory: string;
  readonly input: string;
  readonly timeoutMs: number;
}

export interface ProgramEnd {
  /** Null where it was killed or could not be started; the reason is in `stderr`. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program beside Terraform that reads one text and answers with another: no shell, nothing of our environment. Undefined where it took too long and was ended. */
export class RunProgram extends Command<ProgramEnd | undefined> {
  constructor(readonly request: ProgramRequest) {
    super();
    Object.freeze(this);
  }
}
