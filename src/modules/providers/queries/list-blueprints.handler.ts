import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ProviderRegistry } from '../provider-registry';
import { ListBlueprints, type BlueprintSummary } from './list-blueprints.query';

@QueryHandler(ListBlueprints)
export class ListBlueprintsHandler implements IQueryHandler<ListBlueprints> {
  constructor(private readonly registry: ProviderRegistry) {}

  async execute(): Promise<readonly BlueprintSummary[]> {
    return this.registry.allBlueprints().map(({ name, title, description }) => ({ name, title, description }));
  }
}
