import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { ParseResourceFailure } from '../domain/failures';
import { parseResource } from '../domain/parse-resource';
import type { ResourceRequest } from '../domain/resource-request';
import { ProviderRegistry } from '../provider-registry';
import { ParseResource } from './parse-resource.query';

@QueryHandler(ParseResource)
export class ParseResourceHandler implements IQueryHandler<ParseResource> {
  constructor(private readonly registry: ProviderRegistry) {}

  async execute({ answers: { provider, kind, values, region, existing } }: ParseResource): Promise<Result<ResourceRequest, ParseResourceFailure>> {
    const definition = this.registry.kind(provider, kind);
    if (!definition.ok) return definition;
    const zones = this.registry.zones(provider, region);
    return zones.ok ? parseResource(definition.value, values, { zones: zones.value, existing }) : zones;
  }
}
