import { Query } from '@nestjs/cqrs';
import type { RequestFacts } from '../domain/rule';
import type { Violation } from '../domain/violation';

/** Everything that the rules have against a request, all at once; empty: nothing. */
export class CheckRequest extends Query<readonly Violation[]> {
  constructor(readonly facts: RequestFacts) {
    super();
    Object.freeze(this);
  }
}
