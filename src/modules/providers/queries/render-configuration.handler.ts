import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ok, type Result } from '../../../shared';
import { checkReferences, checkStored } from '../domain/check-resources';
import type { RenderFailure } from '../domain/failures';
import { addressesOf, renderConfiguration } from '../domain/render-configuration';
import { ProviderRegistry } from '../provider-registry';
import { RenderConfiguration, type RenderedConfiguration } from './render-configuration.query';

@QueryHandler(RenderConfiguration)
export class RenderConfigurationHandler implements IQueryHandler<RenderConfiguration> {
  constructor(private readonly registry: ProviderRegistry) {}

  async execute({ request: { provider: name, region, resources, labels } }: RenderConfiguration): Promise<Result<RenderedConfiguration, RenderFailure>> {
    const offer = this.registry.offer(name);
    if (!offer.ok) return offer;
    const zones = this.registry.zones(name, region);
    if (!zones.ok) return zones;
    const defined = this.registry.define(name, resources);
    if (!defined.ok) return defined;
    const checked = checkStored(defined.value, zones.value);
    if (!checked.ok) return checked;
    const references = checkReferences(defined.value);
    if (!references.ok) return references;
    const { provider, kinds } = offer.value;
    const parts = { provider, kinds, region, resources: checked.value, labels };
    const { text, digest } = renderConfiguration(parts);
    return ok(Object.freeze({ mainTfJson: text, digest, terraformProviders: [provider.terraform], parts: addressesOf(parts) }));
  }
}
