import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import { expandBlueprint } from '../domain/expand-blueprint';
import type { ExpandBlueprintFailure } from '../domain/failures';
import type { ResourceRequest } from '../domain/resource-request';
import { ProviderRegistry } from '../provider-registry';
import { ExpandBlueprint } from './expand-blueprint.query';

@QueryHandler(ExpandBlueprint)
export class ExpandBlueprintHandler implements IQueryHandler<ExpandBlueprint> {
  constructor(private readonly registry: ProviderRegistry) {}

  async execute({ blueprint: name, provider, region }: ExpandBlueprint): Promise<Result<readonly ResourceRequest[], ExpandBlueprintFailure>> {
    const blueprint = this.registry.blueprint(name);
    if (!blueprint.ok) return blueprint;
    const offer = this.registry.offer(provider);
    if (!offer.ok) return offer;
    const zones = this.registry.zones(provider, region);
    return zones.ok ? expandBlueprint(blueprint.value, offer.value.kinds, zones.value) : zones;
  }
}
