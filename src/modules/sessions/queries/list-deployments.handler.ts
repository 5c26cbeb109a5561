import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ListProjects } from '../../access';
import { DeploymentRepository } from '../persistence/deployment.repository';
import { ListDeployments, type DeploymentView } from './list-deployments.query';

const MOST = 50;

@QueryHandler(ListDeployments)
export class ListDeploymentsHandler implements IQueryHandler<ListDeployments> {
  constructor(
    private readonly deployments: DeploymentRepository,
    private readonly queries: QueryBus,
  ) {}

  async execute({ actor, text, limit }: ListDeployments): Promise<readonly DeploymentView[]> {
    const visible = await this.queries.execute(new ListProjects(actor, 'DEPLOY'));
    const names = new Map(visible.map(({ project }) => [project.id, project.name]));
    const found = await this.deployments.existing([...names.keys()], text, Math.max(1, Math.min(MOST, Math.trunc(limit))));
    return found.map((deployment) => ({ ...deployment, projectName: names.get(deployment.projectId) ?? '' }));
  }
}
