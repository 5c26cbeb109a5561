import { Query } from '@nestjs/cqrs';
import type { ResourceRequest } from '../domain/resource-request';

/** Resources that show a kind or a blueprint at work on a provider. */
export interface Example {
  readonly provider: string;
  /** A kind such as `compute_vm`, or `blueprint-web-app`. */
  readonly name: string;
  /** The provider's default. */
  readonly region: string;
  readonly resources: readonly ResourceRequest[];
}

/** The example of every kind and of every blueprint, on each provider or on one; none where it is unknown. */
export class ListExamples extends Query<readonly Example[]> {
  /** `provider`: absent for all. */
  constructor(readonly provider?: string) {
    super();
    Object.freeze(this);
  }
}
