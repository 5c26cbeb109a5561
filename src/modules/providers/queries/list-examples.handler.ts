import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { exampleResources } from '../domain/example-resources';
import { expandBlueprint } from '../domain/expand-blueprint';
import { ProviderRegistry, type Offer } from '../provider-registry';
import { ListExamples, type Example } from './list-examples.query';

@QueryHandler(ListExamples)
export class ListExamplesHandler implements IQueryHandler<ListExamples> {
  constructor(private readonly registry: ProviderRegistry) {}

  async execute({ provider }: ListExamples): Promise<readonly Example[]> {
    return this.registry.all().filter((offer) => provider === undefined || offer.provider.name === provider).flatMap((offer) => this.examplesOf(offer));
  }

  private examplesOf({ provider, kinds }: Offer): readonly Example[] {
    const region = provider.defaultRegion;
    const zones = provider.zonesOf(region);
    const ofKinds = [...kinds.values()].map((definition) => ({ name: definition.kind, resources: exampleResources(definition, kinds, zones) }));
    const ofBlueprints = this.registry.allBlueprints().map((blueprint) => {
      const resources = expandBlueprint(blueprint, kinds, zones);
      if (!resources.ok) throw new Error(`The blueprint ${blueprint.name} does not fit ${provider.name}: ${resources.failure.message}`);
      return { name: `blueprint-${blueprint.name}`, resources: resources.value };
    });
    return [...ofKinds, ...ofBlueprints].map((example) => ({ provider: provider.name, region, ...example }));
  }
}
