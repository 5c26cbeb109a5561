import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Grant } from '../domain/grant';
import { GrantRepository } from '../persistence/grant.repository';
import { ProjectRepository } from '../persistence/project.repository';
import { TakeGrantNotices, type GrantNotice } from './take-grant-notices.command';

const SOON_MS = 10 * 60_000;

@CommandHandler(TakeGrantNotices)
export class TakeGrantNoticesHandler implements ICommandHandler<TakeGrantNotices> {
  constructor(
    private readonly grants: GrantRepository,
    private readonly projects: ProjectRepository,
  ) {}

  async execute(): Promise<readonly GrantNotice[]> {
    return [...(await this.about(await this.grants.takeEndingSoon(SOON_MS), 'soon')), ...(await this.about(await this.grants.takeEnded(), 'over'))];
  }

  private async about(grants: readonly Grant[], kind: GrantNotice['kind']): Promise<GrantNotice[]> {
    const notices: GrantNotice[] = [];
    for (const grant of grants) {
      const project = await this.projects.find(grant.projectId);
      if (project) notices.push({ grant, project, kind });
    }
    return notices;
  }
}
