import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { violationsOf } from '../domain/rule';
import type { Violation } from '../domain/violation';
import { REQUEST_RULES } from '../rules';
import { CheckRequest } from './check-request.query';

@QueryHandler(CheckRequest)
export class CheckRequestHandler implements IQueryHandler<CheckRequest> {
  execute({ facts }: CheckRequest): Promise<readonly Violation[]> {
    return Promise.resolve(violationsOf(REQUEST_RULES, facts));
  }
}
