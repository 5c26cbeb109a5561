import { Query } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { DescribeFormFailure } from '../domain/failures';
import type { ResourceForm } from '../domain/resource-form';

/** What a kind asks a person before it is added. */
export class DescribeForm extends Query<Result<ResourceForm, DescribeFormFailure>> {
  constructor(
    readonly provider: string,
    readonly kind: string,
  ) {
    super();
    Object.freeze(this);
  }
}
