import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { RunLine } from '../domain/run-line';
import { RunRepository } from '../persistence/run.repository';
import { ReadRunLines } from './read-run-lines.query';

@QueryHandler(ReadRunLines)
export class ReadRunLinesHandler implements IQueryHandler<ReadRunLines> {
  constructor(private readonly runs: RunRepository) {}

  execute({ request }: ReadRunLines): Promise<RunLine[]> {
    return this.runs.readLines(request.runId, request.afterNumber, request.limit);
  }
}
