import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ReadRunLines, ReadRunLog, type RunLine } from '../../modules/terraform';
import type { RunId } from '../../shared';

/** More lines than fit into any message. */
const PAGE = 500;

/** What a run has printed, as its thread needs it. */
@Injectable()
export class RunLines {
  constructor(private readonly queries: QueryBus) {}

  /** The next ones after a number. */
  after(runId: RunId, number: number, most = PAGE): Promise<RunLine[]> {
    return this.queries.execute(new ReadRunLines({ runId, afterNumber: number, limit: most }));
  }

  between(runId: RunId, first: number, last: number): Promise<RunLine[]> {
    return this.after(runId, first - 1, last - first + 1);
  }

  /** The whole log, part by part. */
  async *log(runId: RunId): AsyncGenerator<string> {
    for (let part = await this.queries.execute(new ReadRunLog(runId, 0)); part; part = await this.queries.execute(new ReadRunLog(runId, part.lastNumber))) yield part.text;
  }
}
