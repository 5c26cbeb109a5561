import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ProviderRegistry } from '../provider-registry';
import { ListKinds, type KindSummary } from './list-kinds.query';

@QueryHandler(ListKinds)
export class ListKindsHandler implements IQueryHandler<ListKinds> {
  constructor(private readonly registry: ProviderRegistry) {}

  async execute({ provider }: ListKinds): Promise<readonly KindSummary[]> {
    const kinds = this.registry.find(provider)?.kinds.values() ?? [];
    return [...kinds].map(({ kind, title, description }) => ({ kind, title, description }));
  }
}
