import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { RunSummary } from '../domain/run';
import { RunRepository } from '../persistence/run.repository';
import { GetRun } from './get-run.query';

@QueryHandler(GetRun)
export class GetRunHandler implements IQueryHandler<GetRun> {
  constructor(private readonly runs: RunRepository) {}

  execute({ runId }: GetRun): Promise<RunSummary | undefined> {
    return this.runs.find(runId);
  }
}
