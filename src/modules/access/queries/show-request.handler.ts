import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { GrantRepository } from '../persistence/grant.repository';
import { ProjectRepository } from '../persistence/project.repository';
import { RequestRepository } from '../persistence/request.repository';
import { ListAdministrators } from './list-administrators.query';
import { ShowRequest, type RequestView } from './show-request.query';

@QueryHandler(ShowRequest)
export class ShowRequestHandler implements IQueryHandler<ShowRequest> {
  constructor(
    private readonly queries: QueryBus,
    private readonly requests: RequestRepository,
    private readonly projects: ProjectRepository,
    private readonly grants: GrantRepository,
  ) {}

  async execute({ requestId }: ShowRequest): Promise<RequestView | undefined> {
    const found = await this.requests.find(requestId);
    const project = found?.request.projectId && (await this.projects.find(found.request.projectId));
    if (!found || !project) return undefined;
    const { request, state, decidedBy, grantId } = found;
    const grant = grantId && (await this.grants.find(grantId));
    // Nobody decides on what they asked for themselves.
    const administrators = (await this.queries.execute(new ListAdministrators(project.id))).filter((userId) => userId !== request.userId);
    return { request, project, state, administrators, ...(decidedBy && { decidedBy }), ...(grant && { grant }) };
  }
}
