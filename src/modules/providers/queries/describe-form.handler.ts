import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ok, type Result } from '../../../shared';
import { describeForm } from '../domain/describe-form';
import type { DescribeFormFailure } from '../domain/failures';
import type { ResourceForm } from '../domain/resource-form';
import { ProviderRegistry } from '../provider-registry';
import { DescribeForm } from './describe-form.query';

@QueryHandler(DescribeForm)
export class DescribeFormHandler implements IQueryHandler<DescribeForm> {
  constructor(private readonly registry: ProviderRegistry) {}

  async execute({ provider, kind }: DescribeForm): Promise<Result<ResourceForm, DescribeFormFailure>> {
    const definition = this.registry.kind(provider, kind);
    return definition.ok ? ok(describeForm(definition.value)) : definition;
  }
}
