import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { RequestRepository } from '../persistence/request.repository';
import { ListProjects } from './list-projects.query';
import { ListRequests, type ListedRequest } from './list-requests.query';

const MOST = 25;

@QueryHandler(ListRequests)
export class ListRequestsHandler implements IQueryHandler<ListRequests> {
  constructor(
    private readonly queries: QueryBus,
    private readonly requests: RequestRepository,
  ) {}

  async execute({ actor }: ListRequests): Promise<readonly ListedRequest[]> {
    const projects = await this.queries.execute(new ListProjects(actor, 'ADMIN'));
    const names = new Map(projects.map(({ project }) => [project.id, project.name]));
    const open = await this.requests.openOf([...names.keys()], MOST);
    return open.map((request) => ({ ...request, projectName: (request.projectId && names.get(request.projectId)) ?? '' }));
  }
}
