import { Query } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { ParseResourceFailure } from '../domain/failures';
import type { ResourceRequest } from '../domain/resource-request';

export interface ResourceAnswers {
  readonly provider: string;
  readonly kind: string;
  /** Answers by field name, `name` among them, as typed; a blank answer counts as none. */
  readonly values: Readonly<Record<string, string>>;
  readonly region: string;
  /** The other resources of the session: names must differ from theirs, references name them. */
  readonly existing: readonly ResourceRequest[];
}

/**
 * Makes a resource of a person's answers. Refused: `RESOURCE.INVALID_ARGUMENT` tells every wrong field, one line each,
 * and names the first in `field`; `RESOURCE.DUPLICATE_NAME` where only the name is at fault, being taken.
 */
export class ParseResource extends Query<Result<ResourceRequest, ParseResourceFailure>> {
  constructor(readonly answers: ResourceAnswers) {
    super();
    Object.freeze(this);
  }
}
