import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { StateVersionRepository } from '../persistence/state-version.repository';
import { ListStateVersions, type StateVersionSummary } from './list-state-versions.query';

@QueryHandler(ListStateVersions)
export class ListStateVersionsHandler implements IQueryHandler<ListStateVersions> {
  constructor(private readonly versions: StateVersionRepository) {}

  execute({ deploymentId, limit }: ListStateVersions): Promise<readonly StateVersionSummary[]> {
    return this.versions.list(deploymentId, limit);
  }
}
