import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { RunId } from '../../../shared';
import { RunRepository } from '../persistence/run.repository';
import { WorkerIdentity } from '../workspace/worker-identity';
import { ListOpenRuns } from './list-open-runs.query';

@QueryHandler(ListOpenRuns)
export class ListOpenRunsHandler implements IQueryHandler<ListOpenRuns> {
  constructor(
    private readonly runs: RunRepository,
    private readonly worker: WorkerIdentity,
  ) {}

  async execute(): Promise<RunId[]> {
    return this.runs.listOpen(await this.worker.id());
  }
}
