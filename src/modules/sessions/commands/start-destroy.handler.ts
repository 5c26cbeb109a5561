import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Settings } from '../../../config';
import { Jobs } from '../../../jobs';
import { Clock, fail, ok, type Result } from '../../../shared';
import { Session } from '../domain/session';
import { deploymentBusy, deploymentGone } from '../domain/session-failures';
import { SessionLedger } from '../persistence/session-ledger';
import { SessionRepository } from '../persistence/session.repository';
import { RUN_QUEUE, turnFor } from '../queues';
import { DeploymentAccess } from './deployment-access';
import { StartDestroy } from './start-destroy.command';

@CommandHandler(StartDestroy)
export class StartDestroyHandler implements ICommandHandler<StartDestroy> {
  constructor(
    private readonly access: DeploymentAccess,
    private readonly sessions: SessionRepository,
    private readonly ledger: SessionLedger,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, deploymentId }: StartDestroy): Promise<Result<Session>> {
    const found = await this.access.change(actor, deploymentId);
    if (!found.ok) return found;
    const { deployment } = found.value;
    if (deployment.status === 'destroyed') return fail(deploymentGone(deployment.name));
    const last = await this.sessions.find(deployment.lastSessionId);
    const session = Session.destroy(deployment, last?.values.resources ?? [], actor.userId, await this.clock.now(), this.settings.sessionTtlMinutes);
    const opened = await this.ledger.open(session, { deploymentId }, (saved) => this.jobs.send(RUN_QUEUE, turnFor('plan', saved)));
    return opened ? ok(session) : fail(deploymentBusy(deployment.name));
  }
}
