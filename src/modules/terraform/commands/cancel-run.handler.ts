import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fail, ok, type Result } from '../../../shared';
import { runEnded, runNotFound } from '../domain/terraform-failures';
import { RunRepository } from '../persistence/run.repository';
import { CancelRun } from './cancel-run.command';

/** The wish is stored; whoever follows the run sees it. */
@CommandHandler(CancelRun)
export class CancelRunHandler implements ICommandHandler<CancelRun> {
  constructor(private readonly runs: RunRepository) {}

  async execute({ runId }: CancelRun): Promise<Result<void>> {
    if (!(await this.runs.find(runId))) return fail(runNotFound());
    return (await this.runs.requestCancel(runId)) ? ok() : fail(runEnded());
  }
}
