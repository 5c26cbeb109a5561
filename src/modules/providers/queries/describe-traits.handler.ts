import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ResourceTraits } from '../domain/resource-traits';
import { ProviderRegistry } from '../provider-registry';
import { DescribeTraits } from './describe-traits.query';

@QueryHandler(DescribeTraits)
export class DescribeTraitsHandler implements IQueryHandler<DescribeTraits> {
  constructor(private readonly registry: ProviderRegistry) {}

  execute({ provider, resources }: DescribeTraits): Promise<readonly ResourceTraits[]> {
    const traits = this.registry.find(provider)?.traits;
    return Promise.resolve(resources.map(({ type, values }) => traits?.get(type)?.(values) ?? {}));
  }
}
