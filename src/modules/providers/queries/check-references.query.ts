import { Query } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { CheckReferencesFailure } from '../domain/failures';
import type { ResourceRequest } from '../domain/resource-request';

/** Whether every reference among these resources names one of them; `RESOURCE.BROKEN_REFERENCE` tells all that do not. */
export class CheckReferences extends Query<Result<void, CheckReferencesFailure>> {
  constructor(
    readonly provider: string,
    readonly resources: readonly ResourceRequest[],
  ) {
    super();
    Object.freeze(this);
  }
}
