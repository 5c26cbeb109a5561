import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, failure, newId, ok, type Failure, type PlanId, type Result, type RunId } from '../../../shared';
import { GetProject, type Project } from '../../access';
import { countKinds, EstimateCost, ReserveUsage } from '../../finops';
import type { Violation } from '../../policy';
import { RenderConfiguration, type RenderedConfiguration, type ResourceRequest } from '../../providers';
import { PlanConfiguration, type AppliedAs } from '../../terraform';
import type { Session, SessionPurpose } from '../domain/session';
import type { SessionPlan } from '../domain/session-plan';
import { SessionLedger } from '../persistence/session-ledger';
import { SessionRepository } from '../persistence/session.repository';
import { OverQuota } from './over-quota';
import { PlanSession } from './plan-session.command';
import { ProjectCredentials } from './project-credentials';
import { SessionPolicy } from './session-policy';

const APPLIED_AS = { deploy: 'apply', destroy: 'destroy', reconcile: 'reconcile' } as const satisfies Record<SessionPurpose, AppliedAs>;

/** A plan, and all that the rules have against it. */
interface CheckedPlan {
  readonly plan: SessionPlan;
  readonly violations: readonly Violation[];
}

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
    private readonly policy: SessionPolicy,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
    private readonly credentials: ProjectCredentials,
  ) {}

  async execute({ sessionId }: PlanSession): Promise<void> {
    const session = await this.sessions.find(sessionId);
    const project = session && (await this.queries.execute(new GetProject(session.values.projectId)));
    if (!session || !project) return;
    const planning = await this.begin(session, project);
    if (!planning) return;
    const startedAt = performance.now();
    const plan = await this.plan(planning, project).catch((error: unknown) => this.broken(planning, error));
    if (plan.ok) await this.enterPlan(planning, plan.value, Math.round(performance.now() - startedAt));
    else await this.enterFailure(planning, plan.failure);
  }

  private async enterPlan(planning: Session, { plan, violations }: CheckedPlan, durationMs: number): Promise<void> {
    const ready = planning.planReady(plan, violations);
    if (!ready.ok) return;
    const { id: planId, sha256, counts } = plan;
    try {
      await this.ledger.enter(ready.value, { action: 'session.plan', detail: { planId, sha256, counts, durationMs, rules: violations.map(({ rule, severity }) => `${severity} ${rule}`) } }, (saved) => this.reserve(saved, plan));
    } catch (error) {
      if (!(error instanceof OverQuota)) throw error;
      await this.enterRefusal(planning, error.messages.map((message) => ({ rule: 'quota', severity: 'deny', message })));
    }
  }

  private async enterFailure(planning: Session, problem: Failure): Promise<void> {
    const failed = planning.planFailed(problem);
    if (failed.ok) await this.ledger.enter(failed.value, { action: 'session.plan', outcome: 'failed', detail: { code: problem.code } });
  }

  private async enterRefusal(session: Session, violations: readonly Violation[]): Promise<void> {
    const refused = session.violationsFound(violations);
    if (refused.ok) await this.ledger.enter(refused.value, { action: 'session.validate', outcome: 'refused', detail: { rules: violations.map(({ rule }) => rule) } });
  }

  // In the transaction that makes the plan ready: of two sessions that want the last one of a kind exactly one gets there.
  private async reserve({ id, values }: Session, { cost }: SessionPlan): Promise<void> {
    if (values.purpose !== 'deploy') return;
    const { deploymentId, projectId, resources } = values;
    const reserved = await this.commands.execute(new ReserveUsage({ sessionId: id, deploymentId, projectId, kinds: countKinds(resources), cost: { monthlyUsd: cost.monthlyUsd, complete: cost.complete } }));
    if (!reserved.ok) throw new OverQuota(reserved.failure.message.split('\n'));
  }

  /** Validates, and locks the session for planning; undefined where there is nothing to plan, or not any more. */
  private async begin(session: Session, project: Project): Promise<Session | undefined> {
    const runId = newId<RunId>('run');
    if (session.state === 'PLANNING') {
      const again = session.planAgain(runId);
      return again.ok ? this.ledger.enter(again.value, { action: 'session.plan-again' }) : undefined;
    }
    const violations = await this.policy.ofRequest(session, project);
    if (violations.some(({ severity }) => severity === 'deny')) {
      await this.enterRefusal(session, violations);
      return undefined;
    }
    const planning = session.startPlanning(runId, violations);
    return planning.ok ? this.ledger.enter(planning.value, { action: 'session.validate' }) : undefined;
  }

  private async plan(session: Session, project: Project): Promise<Result<CheckedPlan>> {
    const { id, values } = session;
    const { provider, region, deploymentId, runId } = values;
    if (!runId) throw new Error(`Session ${id} is planning without a run`);
    const wanted = await this.render(session, project, values.resources);
    // Terraform ends what the state holds: an empty configuration cannot be wrong about it.
    const rendered = values.purpose === 'destroy' ? await this.render(session, project, []) : wanted;
    if (!rendered.ok) return rendered;
    const { mainTfJson, digest: configDigest } = rendered.value;
    const outcome = await this.commands.execute(new PlanConfiguration({ runId, planId: newId<PlanId>('pln'), deploymentId, mainTfJson, configDigest, credentials: await this.credentials.of(project), as: APPLIED_AS[values.purpose] }));
    if (!outcome.ok) return outcome;
    const { planId, sha256, digest, counts, changes, resources: planned, orphans, settles } = outcome.value;
    const cost = await this.queries.execute(new EstimateCost({ provider, region, changes: planned }));
    const budget = await this.policy.ofBudget(session, project, cost);
    const violations = [...values.violations, ...(await this.policy.ofPlan(session, project, planned, cost))];
    const plan = { id: planId, sha256, configDigest, digest, counts, changes, cost, orphans, settles, parts: wanted.ok ? wanted.value.parts : [], madeAt: await this.clock.now(), madeFor: { credentialsProfile: project.credentialsProfile, environment: project.environment }, ...(budget && { budget }) };
    return ok({ plan, violations });
  }

  private render({ id, values: { provider, region, deploymentId, ownerId, labels: more } }: Session, { name, environment }: Project, resources: readonly ResourceRequest[]): Promise<Result<RenderedConfiguration>> {
    return this.queries.execute(new RenderConfiguration({ provider, region, resources, labels: { project: name, environment, session: id, deployment: deploymentId, owner: ownerId, more } }));
  }

  // The person is told, the log has the rest, and nothing hangs in PLANNING.
  private broken(session: Session, error: unknown): Result<CheckedPlan> {
    const reference = randomBytes(4).toString('hex');
    this.logger.error({ err: error, reference, session: session.id }, 'Planning a session');
    return { ok: false, failure: failure('SESSION.PLAN_BROKE', `Planning broke on our side (reference \`${reference}\`). Press Refresh to try again; if it stays, give the reference to whoever runs Cloud Engine.`) };
  }
}
