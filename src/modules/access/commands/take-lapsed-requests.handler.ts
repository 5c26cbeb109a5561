import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AccessRequest } from '../domain/access-request';
import { RequestRepository } from '../persistence/request.repository';
import { TakeLapsedRequests } from './take-lapsed-requests.command';

const MOST = 100;

@CommandHandler(TakeLapsedRequests)
export class TakeLapsedRequestsHandler implements ICommandHandler<TakeLapsedRequests> {
  constructor(private readonly requests: RequestRepository) {}

  execute(): Promise<readonly AccessRequest[]> {
    return this.requests.takeLapsed(MOST);
  }
}
