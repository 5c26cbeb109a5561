import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fail, ok, type Result } from '../../../shared';
import { runEnded, runNotFound } from '../domain/terraform-failures';
import { AttemptRepository } from '../persistence/attempt.repository';
import { RunRepository } from '../persistence/run.repository';
import { CancelRun } from './cancel-run.command';

/** The wish is stored; whoever follows the run sees it. */
@CommandHandler(CancelRun)
export class CancelRunHandler implements ICommandHandler<CancelRun> {
  constructor(
    private readonly runs: RunRepository,
    private readonly attempts: AttemptRepository,
  ) {}

  async execute({ runId, how }: CancelRun): Promise<Result<void>> {
    if (await this.attempts.withdraw(runId)) return ok();
    if (!(await this.runs.find(runId))) return fail(runNotFound());
    return (await this.runs.requestCancel(runId, how)) ? ok() : fail(runEnded());
  }
}
