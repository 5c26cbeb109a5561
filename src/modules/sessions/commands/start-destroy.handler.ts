import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Settings } from '../../../config';
import { Jobs } from '../../../jobs';
import { Clock, fail, failure, ok, type DeploymentId, type Result } from '../../../shared';
import { Authorise, type Actor } from '../../access';
import type { Deployment } from '../domain/deployment';
import { Session } from '../domain/session';
import { deploymentBusy, deploymentGone, deploymentNotFound } from '../domain/session-failures';
import { DeploymentRepository } from '../persistence/deployment.repository';
import { SessionLedger } from '../persistence/session-ledger';
import { SessionRepository } from '../persistence/session.repository';
import { PLAN_QUEUE } from '../queues';
import { StartDestroy } from './start-destroy.command';

@CommandHandler(StartDestroy)
export class StartDestroyHandler implements ICommandHandler<StartDestroy> {
  constructor(
    private readonly queries: QueryBus,
    private readonly deployments: DeploymentRepository,
    private readonly sessions: SessionRepository,
    private readonly ledger: SessionLedger,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, deploymentId }: StartDestroy): Promise<Result<Session>> {
    const found = await this.open(actor, deploymentId);
    if (!found.ok) return found;
    const deployment = found.value;
    if (deployment.status === 'destroyed') return fail(deploymentGone(deployment.name));
    const last = await this.sessions.find(deployment.lastSessionId);
    const session = Session.destroy(deployment, last?.values.resources ?? [], actor.userId, await this.clock.now(), this.settings.sessionTtlMinutes);
    const opened = await this.ledger.open(session, { deploymentId }, ({ id }) => this.jobs.send(PLAN_QUEUE, { sessionId: id }));
    return opened ? ok(session) : fail(deploymentBusy(deployment.name));
  }

  /** What the actor may not see does not exist for them. */
  private async open(actor: Actor, deploymentId: DeploymentId): Promise<Result<Deployment>> {
    const deployment = await this.deployments.find(deploymentId);
    if (!deployment || deployment.guildId !== actor.guildId) return fail(deploymentNotFound());
    const seen = await this.queries.execute(new Authorise(actor, deployment.projectId, 'READ'));
    if (!seen.ok) return fail(deploymentNotFound());
    const { level, project } = seen.value;
    if (level === 'ADMIN' || (level === 'DEPLOY' && deployment.createdBy === actor.userId)) return ok(deployment);
    if (level === 'DEPLOY') return fail(failure('ACCESS.NOT_OWNER', 'This is somebody else’s deployment: only they and the project’s administrators can end it.'));
    return fail(failure('ACCESS.LEVEL_NEEDED', `This needs DEPLOY on \`${project.name}\`; you have READ. Ask an administrator for \`/cloud-grant\`.`));
  }
}
