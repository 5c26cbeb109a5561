import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Settings } from '../../../config';
import { Jobs } from '../../../jobs';
import { Clock, fail, ok, type Result } from '../../../shared';
import type { Deployment } from '../domain/deployment';
import { Session, type SessionPurpose } from '../domain/session';
import { deploymentBusy, deploymentGone, noResources, nothingToReconcile, reconcileFirst } from '../domain/session-failures';
import { SessionLedger } from '../persistence/session-ledger';
import { SessionRepository } from '../persistence/session.repository';
import { RUN_QUEUE, turnFor } from '../queues';
import { DeploymentAccess } from './deployment-access';
import { ReopenDeployment } from './reopen-deployment.command';

@CommandHandler(ReopenDeployment)
export class ReopenDeploymentHandler implements ICommandHandler<ReopenDeployment> {
  constructor(
    private readonly access: DeploymentAccess,
    private readonly sessions: SessionRepository,
    private readonly ledger: SessionLedger,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, deploymentId, purpose }: ReopenDeployment): Promise<Result<Session>> {
    const found = await this.access.change(actor, deploymentId);
    if (!found.ok) return found;
    const { deployment } = found.value;
    const allowed = mayReopen(deployment, purpose);
    if (!allowed.ok) return allowed;
    const last = (await this.sessions.find(deployment.lastSessionId))?.values;
    const { resources, labels } = last ?? { resources: [], labels: {} };
    // What was applied somebody has answered for; what was not is still theirs who shaped it.
    const authors = purpose !== 'deploy' || last?.state === 'APPLIED' ? [] : (last?.authors ?? []);
    if (purpose === 'deploy' && resources.length === 0) return fail(noResources());
    const session = Session.reopen(deployment, purpose, { resources, labels, authors }, actor.userId, await this.clock.now(), this.settings.sessionTtlMinutes);
    const opened = await this.ledger.open(session, { deploymentId }, (saved) => this.jobs.send(RUN_QUEUE, turnFor('plan', saved)));
    return opened ? ok(session) : fail(deploymentBusy(deployment.name));
  }
}

// What may exist unrecorded is looked for before anything else happens: a plan knows only what the state knows.
function mayReopen({ status, name }: Deployment, purpose: SessionPurpose): Result<void> {
  if (status === 'destroyed') return fail(deploymentGone(name));
  if (purpose === 'reconcile') return status === 'interrupted' ? ok() : fail(nothingToReconcile(name));
  return status === 'interrupted' ? fail(reconcileFirst(name)) : ok();
}
