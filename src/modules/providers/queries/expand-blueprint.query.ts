import { Query } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { ExpandBlueprintFailure } from '../domain/failures';
import type { ResourceRequest } from '../domain/resource-request';

/** The resources of a blueprint, as a provider makes them in one of its regions. */
export class ExpandBlueprint extends Query<Result<readonly ResourceRequest[], ExpandBlueprintFailure>> {
  constructor(
    readonly blueprint: string,
    readonly provider: string,
    readonly region: string,
  ) {
    super();
    Object.freeze(this);
  }
}
