import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Jobs } from '../../../jobs';
import type { SessionId } from '../../../shared';
import { RUN_QUEUE } from '../queues';
import { ListWaiting } from './list-waiting.query';

@QueryHandler(ListWaiting)
export class ListWaitingHandler implements IQueryHandler<ListWaiting> {
  constructor(private readonly jobs: Jobs) {}

  async execute(): Promise<readonly SessionId[]> {
    return (await this.jobs.waiting(RUN_QUEUE)).map(({ sessionId }) => sessionId);
  }
}
