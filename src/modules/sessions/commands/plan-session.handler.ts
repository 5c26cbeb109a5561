import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, failure, newId, ok, type PlanId, type Result, type RunId } from '../../../shared';
import { GetProject, type Project } from '../../access';
import { EstimateCost } from '../../finops';
import { CheckRequest } from '../../policy';
import { RenderConfiguration } from '../../providers';
import { PlanConfiguration, type AppliedAs } from '../../terraform';
import type { Session, SessionPurpose } from '../domain/session';
import type { SessionPlan } from '../domain/session-plan';
import { SessionLedger } from '../persistence/session-ledger';
import { SessionRepository } from '../persistence/session.repository';
import { PlanSession } from './plan-session.command';

const APPLIED_AS = { deploy: 'apply', destroy: 'destroy', reconcile: 'reconcile' } as const satisfies Record<SessionPurpose, AppliedAs>;

/**
 * Each step is saved before the next begins. Where saving finds that somebody else was first (the session was
 * cancelled, another worker took over), what was done here is of no use any more and is dropped.
 */
@CommandHandler(PlanSession)
export class PlanSessionHandler implements ICommandHandler<PlanSession> {
  private readonly logger = new Logger(PlanSession.name);

  constructor(
    private readonly sessions: SessionRepository,
    private readonly ledger: SessionLedger,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId }: PlanSession): Promise<void> {
    const session = await this.sessions.find(sessionId);
    const project = session && (await this.queries.execute(new GetProject(session.values.projectId)));
    if (!session || !project) return;
    const planning = await this.begin(session, project);
    if (!planning) return;
    const startedAt = performance.now();
    const plan = await this.plan(planning, project).catch((error: unknown) => this.broken(planning, error));
    const planned = plan.ok ? planning.planReady(plan.value) : planning.planFailed(plan.failure);
    if (planned.ok) await this.ledger.enter(planned.value, { action: 'session.plan', outcome: plan.ok ? 'done' : 'failed', detail: plan.ok ? { planId: plan.value.id, sha256: plan.value.sha256, counts: plan.value.counts, durationMs: Math.round(performance.now() - startedAt) } : { code: plan.failure.code } });
  }

  /** Validates, and locks the session for planning; undefined where there is nothing to plan, or not any more. */
  private async begin(session: Session, project: Project): Promise<Session | undefined> {
    const runId = newId<RunId>('run');
    if (session.state === 'PLANNING') {
      const again = session.planAgain(runId);
      return again.ok ? this.ledger.enter(again.value, { action: 'session.plan-again' }) : undefined;
    }
    const { provider, region, resources, purpose } = session.values;
    // Nothing stands in the way of ending what is there, whatever has been forbidden since it was made.
    const violations = purpose !== 'deploy' ? [] : await this.queries.execute(new CheckRequest({ project, provider, region, resources }));
    if (violations.some(({ severity }) => severity === 'deny')) {
      const refused = session.violationsFound(violations);
      if (refused.ok) await this.ledger.enter(refused.value, { action: 'session.validate', outcome: 'refused', detail: { rules: violations.map(({ rule }) => rule) } });
      return undefined;
    }
    const planning = session.startPlanning(runId, violations);
    return planning.ok ? this.ledger.enter(planning.value, { action: 'session.validate' }) : undefined;
  }

  private async plan({ id, values }: Session, project: Project): Promise<Result<SessionPlan>> {
    const { provider, region, deploymentId, runId } = values;
    // Terraform ends what the state holds: an empty configuration cannot be wrong about it.
    const resources = values.purpose === 'destroy' ? [] : values.resources;
    if (!runId) throw new Error(`Session ${id} is planning without a run`);
    const rendered = await this.queries.execute(new RenderConfiguration({
      provider, region, resources,
      labels: { project: project.name, environment: project.environment, session: id, deployment: deploymentId, owner: values.ownerId },
    }));
    if (!rendered.ok) return rendered;
    const { mainTfJson, digest: configDigest } = rendered.value;
    const outcome = await this.commands.execute(new PlanConfiguration({ runId, planId: newId<PlanId>('pln'), deploymentId, mainTfJson, configDigest, credentialsProfile: project.credentialsProfile, as: APPLIED_AS[values.purpose] }));
    if (!outcome.ok) return outcome;
    const { planId, sha256, digest, counts, changes, resources: planned, orphans, settles } = outcome.value;
    const cost = await this.queries.execute(new EstimateCost({ provider, region, changes: planned }));
    return ok({ id: planId, sha256, configDigest, digest, counts, changes, cost, orphans, settles, madeAt: await this.clock.now() });
  }

  // The person is told, the log has the rest, and nothing hangs in PLANNING.
  private broken(session: Session, error: unknown): Result<SessionPlan> {
    const reference = randomBytes(4).toString('hex');
    this.logger.error({ err: error, reference, session: session.id }, 'Planning a session');
    return { ok: false, failure: failure('SESSION.PLAN_BROKE', `Planning broke on our side (reference \`${reference}\`). Press Refresh to try again; if it stays, give the reference to whoever runs Cloud Engine.`) };
  }
}
