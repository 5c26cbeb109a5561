import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { History, ok, type Result } from '../../../shared';
import { ReadStateVersion } from '../../terraform';
import { DeploymentAccess } from './deployment-access';
import { DownloadState, type DownloadedState } from './download-state.command';

@CommandHandler(DownloadState)
export class DownloadStateHandler implements ICommandHandler<DownloadState> {
  constructor(
    private readonly access: DeploymentAccess,
    private readonly queries: QueryBus,
    private readonly history: History,
  ) {}

  async execute({ actor, deploymentId, version }: DownloadState): Promise<Result<DownloadedState>> {
    const opened = await this.access.administer(actor, deploymentId);
    if (!opened.ok) return opened;
    const { deployment: { guildId, projectId, name } } = opened.value;
    const state = await this.queries.execute(new ReadStateVersion(deploymentId, version));
    // Whoever reads a state reads its secrets: that is worth a line, whether or not it could be opened.
    await this.history.record({
      guildId, projectId, actorId: actor.userId, action: 'deployment.download-state', subject: deploymentId,
      outcome: state.ok ? 'done' : 'failed', detail: { version, ...(!state.ok && { code: state.failure.code }) },
    });
    return state.ok ? ok({ fileName: `${name}.v${version}.tfstate`, bytes: state.value }) : state;
  }
}
