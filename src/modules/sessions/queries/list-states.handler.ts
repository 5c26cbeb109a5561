import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ok, type Result } from '../../../shared';
import { ListStateVersions } from '../../terraform';
import { DeploymentAccess } from '../commands/deployment-access';
import { ListStates, type DeploymentStates } from './list-states.query';

const MOST = 20;

@QueryHandler(ListStates)
export class ListStatesHandler implements IQueryHandler<ListStates> {
  constructor(
    private readonly access: DeploymentAccess,
    private readonly queries: QueryBus,
  ) {}

  async execute({ actor, deploymentId }: ListStates): Promise<Result<DeploymentStates>> {
    const opened = await this.access.administer(actor, deploymentId);
    if (!opened.ok) return opened;
    return ok({ deployment: opened.value.deployment, versions: await this.queries.execute(new ListStateVersions(deploymentId, MOST)) });
  }
}
