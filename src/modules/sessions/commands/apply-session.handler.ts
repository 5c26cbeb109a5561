import { Logger } from '@nestjs/common';
import { CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Jobs } from '../../../jobs';
import { failure, type Failure, type Result, type SessionId } from '../../../shared';
import { GetProject, HoldGrants } from '../../access';
import { TakeUsage } from '../../finops';
import { ApplyPlan, CancelRun, FollowingStopped, ListStateAddresses, type RunEnd } from '../../terraform';
import type { Deployment, DeploymentStatus } from '../domain/deployment';
import { bare, plannedAddresses, usesOf } from '../domain/deployment-uses';
import type { Session, SessionOutcome, SessionPurpose } from '../domain/session';
import { accessEnded, applyInterrupted, applyStopped, planOutdated, stoppedBefore } from '../domain/session-failures';
import { DeploymentRepository } from '../persistence/deployment.repository';
import { isMadeFor } from '../domain/session-plan';
import { SessionLedger } from '../persistence/session-ledger';
import { SessionRepository } from '../persistence/session.repository';
import { RUN_QUEUE, turnFor } from '../queues';
import { AccessEnded } from './access-ended';
import { ApplySession } from './apply-session.command';
import { ProjectCredentials } from './project-credentials';
import { SessionPolicy } from './session-policy';

const LOOK_AGAIN_AFTER_MS = 5_000;
// A stop and a forced one can come in between.
const ATTEMPTS = 4;

@CommandHandler(ApplySession)
export class ApplySessionHandler implements ICommandHandler<ApplySession> {
  private readonly logger = new Logger(ApplySession.name);

  constructor(
    private readonly sessions: SessionRepository,
    private readonly deployments: DeploymentRepository,
    private readonly ledger: SessionLedger,
    private readonly policy: SessionPolicy,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly jobs: Jobs,
    private readonly credentials: ProjectCredentials,
  ) {}

  async execute({ sessionId }: ApplySession): Promise<void> {
    const session = await this.sessions.find(sessionId);
    const applying = session && (session.state === 'APPLYING' ? session : await this.begin(session));
    if (!applying) return;
    const { plan, runId, deploymentId, projectId } = applying.values;
    const project = await this.queries.execute(new GetProject(projectId));
    if (!plan || !runId || !project) throw new Error(`Session ${sessionId} is applying without a plan, a run or a project`);
    const { id: planId, sha256, configDigest } = plan;
    const ended = await this.commands.execute(new ApplyPlan({ runId, planId, deploymentId, expected: { sha256, configDigest }, credentials: await this.credentials.of(project) }))
      .catch((error: unknown) => this.lookAgain(applying, error));
    if (ended) await this.end(sessionId, ended);
  }

  // From here on infrastructure may exist, so the deployment is listed.
  private async begin(session: Session): Promise<Session | undefined> {
    const applying = session.startApplying();
    const project = await this.queries.execute(new GetProject(session.values.projectId));
    if (!applying.ok || !project) return undefined;
    const forbidden = session.values.plan && !isMadeFor(session.values.plan, project) ? planOutdated() : await this.policy.whyNotAny(session, project);
    if (forbidden) return this.refuse(session, forbidden);
    try {
      return await this.ledger.enter(applying.value, { action: 'session.apply-start' }, async (saved) => {
        await this.demandAccess(saved);
        await this.list(saved, 'applying');
      });
    } catch (error) {
      if (!(error instanceof AccessEnded)) throw error;
      return this.refuse(session, accessEnded(error.by));
    }
  }

  private async refuse(session: Session, why: Failure): Promise<undefined> {
    const refused = session.failed(why);
    if (refused.ok) await this.ledger.enter(refused.value, { action: 'session.apply-start', outcome: 'refused', detail: { code: why.code } }, async (saved) => {
      await this.cancelRun(saved);
      // Plan again, and an end, are offered for what is listed.
      if (!(await this.deployments.find(saved.values.deploymentId))) await this.list(saved, 'partial');
    });
  }

  private async cancelRun({ values: { runId } }: Session): Promise<void> {
    if (runId) await this.commands.execute(new CancelRun(runId));
  }

  // Whoever approved has to have access still, at the moment in which the apply begins.
  private async demandAccess({ values: { approvals } }: Session): Promise<void> {
    for (const { by, via } of approvals) {
      if (via.length > 0 && (await this.queries.execute(new HoldGrants(via))).length === 0) throw new AccessEnded(by);
    }
  }

  // Whoever asked for a stop in the meantime changed the session too, so it is looked at again.
  private async end(sessionId: SessionId, ended: Result<RunEnd>): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const session = await this.sessions.find(sessionId);
      if (session?.state !== 'APPLYING' || (await this.enterEnd(session, ended))) return;
    }
    throw new Error(`Session ${sessionId} changes faster than its end can be entered`);
  }

  private async enterEnd(session: Session, ended: Result<RunEnd>): Promise<boolean> {
    const run = ended.ok ? ended.value : undefined;
    const outcome = run && outcomeOf(run);
    const problem = ended.ok ? problemOf(ended.value, session) : refusalOf(ended.failure, session);
    const over = problem || !outcome ? session.failed(problem ?? applyInterrupted(), outcome) : session.applied(outcome);
    if (!over.ok) return true;
    const saved = await this.ledger.enter(over.value, { action: 'session.apply', outcome: problem ? 'failed' : 'done', detail: { runId: session.values.runId, code: problem?.code, counts: run?.counts, durationMs: run?.durationMs } },
      (entered) => this.settle(entered, run));
    return saved !== undefined;
  }

  /** Notes what the deployment has now, and what that costs. */
  private async settle(session: Session, run: RunEnd | undefined): Promise<void> {
    const { id, values: { deploymentId, projectId, provider, plan, ownerId, problem } } = session;
    if (!run || !plan) return this.list(session, statusAfter(session));
    const inState = await this.queries.execute(new ListStateAddresses(deploymentId));
    const isSure = inState !== undefined && problem?.code !== 'APPLY_INTERRUPTED';
    const there = new Set([...(inState ?? []).map(bare), ...(isSure ? [] : plannedAddresses(plan))]);
    const uses = usesOf(plan, (address) => there.has(address));
    const createdBy = (await this.deployments.find(deploymentId))?.createdBy ?? ownerId;
    await this.commands.execute(new TakeUsage(id, { deploymentId, projectId, ownerId: createdBy, provider }, uses));
    await this.list(session, statusAfter(session), { resourceCount: run.resourcesInState, monthlyUsd: uses.reduce((sum, use) => sum + use.monthlyUsd, 0) });
  }

  /** `has`: absent where nothing was done, so that it is what it was. */
  private async list({ id, values }: Session, status: DeploymentStatus, has?: Pick<Deployment, 'resourceCount' | 'monthlyUsd'>): Promise<void> {
    const { deploymentId, guildId, projectId, deploymentName: name, provider, region } = values;
    const before = await this.deployments.find(deploymentId);
    const monthlyUsd = has?.monthlyUsd ?? before?.monthlyUsd;
    await this.deployments.put({
      id: deploymentId, guildId, projectId, name, provider, region, status, createdBy: before?.createdBy ?? values.ownerId, lastSessionId: id,
      resourceCount: has?.resourceCount ?? before?.resourceCount ?? 0, ...(monthlyUsd !== undefined && { monthlyUsd }),
    });
  }

  /**
   * Terraform may be running all the same, so nothing is said of its end: the run is looked after again, which never
   * starts it twice. One that goes on under other eyes needs nobody here.
   */
  private async lookAgain(session: Session, error: unknown): Promise<undefined> {
    if (error instanceof FollowingStopped) throw error;
    this.logger.error({ err: error, session: session.id }, 'Applying a session: looking after it again');
    await this.jobs.send(RUN_QUEUE, turnFor('apply', session), { delayMs: LOOK_AGAIN_AFTER_MS });
  }
}

function problemOf(run: RunEnd, { values }: Session): Failure | undefined {
  // A destroy is done when nothing is left, and not before.
  if (run.outcome === 'succeeded' && values.purpose === 'destroy' && run.resourcesInState > 0) return incomplete(run.resourcesInState);
  if (run.outcome === 'succeeded') return undefined;
  if (run.outcome === 'interrupted') return applyInterrupted();
  if (run.outcome === 'cancelled') return applyStopped();
  return failure('SESSION.APPLY_FAILED', run.error ?? `Terraform ended with code ${run.exitCode}. The thread has its whole output.`);
}

/** Why nothing was started. */
function refusalOf(refused: Failure, { values }: Session): Failure {
  if (refused.code !== 'TERRAFORM.PLAN_STALE') return refused;
  return values.stop ? stoppedBefore() : planOutdated();
}

const DONE = { deploy: 'live', destroy: 'destroyed', reconcile: 'partial' } as const satisfies Record<SessionPurpose, DeploymentStatus>;

function statusAfter({ values: { purpose, problem, plan } }: Session): DeploymentStatus {
  const isOpen = purpose === 'reconcile' && (problem !== undefined || !plan?.settles);
  if (isOpen || problem?.code === 'APPLY_INTERRUPTED') return 'interrupted';
  return problem ? 'partial' : DONE[purpose];
}

const incomplete = (left: number): Failure => failure('SESSION.DESTROY_INCOMPLETE', `Terraform ended without an error, but ${left} resource${left === 1 ? ' is' : 's are'} left. Run \`/cloud-destroy\` again.`);

function outcomeOf({ counts, outputs, durationMs }: RunEnd): SessionOutcome {
  return { ...counts, outputs, durationMs };
}
