import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { RunRepository } from '../persistence/run.repository';
import { ReadRunLog, type RunLogPart } from './read-run-log.query';

/** As many as PostgreSQL puts together in a few hundred milliseconds. */
const LINES = 40_000;

@QueryHandler(ReadRunLog)
export class ReadRunLogHandler implements IQueryHandler<ReadRunLog> {
  constructor(private readonly runs: RunRepository) {}

  execute({ runId, afterNumber }: ReadRunLog): Promise<RunLogPart | undefined> {
    return this.runs.logText(runId, afterNumber, LINES);
  }
}
