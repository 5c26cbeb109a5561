import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { GrantRepository } from '../persistence/grant.repository';
import { ListGrants, type GrantView } from './list-grants.query';
import { ListProjects } from './list-projects.query';

const MOST = 200;

@QueryHandler(ListGrants)
export class ListGrantsHandler implements IQueryHandler<ListGrants> {
  constructor(
    private readonly queries: QueryBus,
    private readonly grants: GrantRepository,
  ) {}

  async execute({ actor }: ListGrants): Promise<readonly GrantView[]> {
    const projects = await this.queries.execute(new ListProjects(actor, 'ADMIN'));
    const names = new Map(projects.map(({ project }) => [project.id, project.name]));
    return (await this.grants.alive([...names.keys()], MOST)).map((grant) => ({ ...grant, projectName: names.get(grant.projectId) ?? '' }));
  }
}
