import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { UserId } from '../../../shared';
import type { Project } from '../domain/project';
import { GrantRepository } from '../persistence/grant.repository';
import { ProjectRepository } from '../persistence/project.repository';
import { RequestRepository } from '../persistence/request.repository';
import { ShowRequest, type RequestView } from './show-request.query';

const MOST_GRANTS = 200;

@QueryHandler(ShowRequest)
export class ShowRequestHandler implements IQueryHandler<ShowRequest> {
  constructor(
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
    return { request, project, state, administrators: await this.administratorsOf(project, request.userId), ...(decidedBy && { decidedBy }), ...(grant && { grant }) };
  }

  // Nobody decides on what they asked for themselves.
  private async administratorsOf({ id, createdBy }: Project, asking: UserId): Promise<readonly UserId[]> {
    const grants = await this.grants.alive([id], MOST_GRANTS);
    const holders = grants.filter(({ level, holder }) => level === 'ADMIN' && holder.kind === 'user').map(({ holder }) => holder.id as UserId);
    return [...new Set([...holders, createdBy])].filter((userId) => userId !== asking);
  }
}
