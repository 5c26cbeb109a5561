import { fail, newId, ok, type DeploymentId, type Failure, type GuildId, type PlanId, type ProjectId, type Result, type RunId, type SessionId, type UserId } from '../../../shared';
import type { Violation } from '../../policy';
import type { JsonObject, ResourceRequest } from '../../providers';
import { approvalsFor, type Approval, type ApprovalRequest } from './approval';
import type { Deployment } from './deployment';
import { approvedAlready, fixedResources, nameNotTyped, noResources, noSuchResource, notAllowedIn, nothingToApply, planStale, policyDenied, sessionExpired, stoppingAlready } from './session-failures';
import type { SessionPlan } from './session-plan';
import { canTransition, isLocked, NEVER_EXPIRING, type SessionState, isTerminal } from './session-state';

/** What an apply left behind, in counts of resources. */
export interface SessionOutcome {
  readonly added: number;
  readonly changed: number;
  readonly destroyed: number;
  /** Outputs that are not secret: addresses, ids, endpoints. */
  readonly outputs: JsonObject;
  readonly durationMs: number;
}

/** What a session is for: to deploy its resources, to end the deployment that is there, or to bring its state back to the truth. */
export type SessionPurpose = 'deploy' | 'destroy' | 'reconcile';

/** The wish that an apply ends before it is done. */
export interface Stop {
  readonly by: UserId;
  readonly at: Date;
  /** What is in flight is abandoned, as an administrator confirmed. */
  readonly forced: boolean;
}

export interface SessionValues {
  readonly id: SessionId;
  readonly purpose: SessionPurpose;
  readonly guildId: GuildId;
  readonly projectId: ProjectId;
  readonly deploymentId: DeploymentId;
  readonly deploymentName: string;
  readonly provider: string;
  readonly region: string;
  readonly ownerId: UserId;
  /** Everybody who shaped what is planned, its owner among them. */
  readonly authors: readonly UserId[];
  /** What its owner labels it with, beside what every resource carries. */
  readonly labels: Readonly<Record<string, string>>;
  readonly state: SessionState;
  readonly resources: readonly ResourceRequest[];
  /** Why the last validation sent the session back; empty when it did not. */
  readonly violations: readonly Violation[];
  /** Why the last plan or apply ended badly. */
  readonly problem?: Failure;
  readonly plan?: SessionPlan;
  readonly approvals: readonly Approval[];
  /** The run at work, or the last one; from the approval on that of the one apply. */
  readonly runId?: RunId;
  readonly outcome?: SessionOutcome;
  /** Present from the moment somebody wants the apply to end. */
  readonly stop?: Stop;
  /** Grows by one with every saved change. */
  readonly version: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export type NewSession = Pick<SessionValues, 'guildId' | 'projectId' | 'deploymentName' | 'provider' | 'region' | 'ownerId'> & Partial<Pick<SessionValues, 'labels'>>;

/** One plan, approve, apply cycle. Immutable: every step returns a new session, or the reason why it cannot be taken. */
export class Session {
  private constructor(readonly values: SessionValues) {
    Object.freeze(this);
  }

  static start(request: NewSession, now: Date, ttlMinutes: number): Session {
    return new Session(Object.freeze({
      ...request, authors: [request.ownerId], labels: request.labels ?? {}, purpose: 'deploy' as const, id: newId<SessionId>('ses'), deploymentId: newId<DeploymentId>('dep'), state: 'DRAFT' as const,
      resources: [], violations: [], approvals: [], version: 1, createdAt: now, expiresAt: new Date(now.getTime() + ttlMinutes * 60_000),
    }));
  }

  /**
   * For a deployment that is there, with the resources it was last asked for, and planned at once. What a destroy really ends
   * is what the deployment's state holds. `authors`: whoever shaped those resources, where nobody has approved them yet.
   */
  static reopen(deployment: Deployment, purpose: SessionPurpose, { resources, labels, authors }: Pick<SessionValues, 'resources' | 'labels' | 'authors'>, ownerId: UserId, now: Date, ttlMinutes: number): Session {
    const { guildId, projectId, name: deploymentName, provider, region, id: deploymentId } = deployment;
    const { values } = Session.start({ guildId, projectId, deploymentName, provider, region, ownerId, labels }, now, ttlMinutes);
    return new Session(Object.freeze({ ...values, purpose, deploymentId, resources, authors: joined([ownerId], ...authors), state: 'VALIDATING' as const }));
  }

  /** As it was stored. */
  static restore(values: SessionValues): Session {
    return new Session(Object.freeze(values));
  }

  get id(): SessionId {
    return this.values.id;
  }

  get state(): SessionState {
    return this.values.state;
  }

  get isLocked(): boolean {
    return isLocked(this.state);
  }

  isExpired(now: Date): boolean {
    return this.state === 'EXPIRED' || (canTransition(this.state, 'EXPIRED') && !NEVER_EXPIRING.includes(this.state) && now >= this.values.expiresAt);
  }

  /** The state as people see it: over time means expired, whether or not the task has come by. */
  stateAt(now: Date): SessionState {
    return this.isExpired(now) ? 'EXPIRED' : this.state;
  }

  canApprove(now: Date): boolean {
    return this.approvable(this.values.plan?.id, now).ok;
  }

  timeRemainingSeconds(now: Date): number {
    return isTerminal(this.stateAt(now)) ? 0 : Math.max(0, Math.floor((this.values.expiresAt.getTime() - now.getTime()) / 1000));
  }

  addResource(resource: ResourceRequest, by: UserId, now: Date): Result<Session> {
    return this.changeResources([...this.values.resources, resource], 'Adding a resource', by, now);
  }

  /** A name is unique among the resources of its kind. */
  removeResource(kind: string, name: string, by: UserId, now: Date): Result<Session> {
    const rest = this.values.resources.filter((resource) => resource.kind !== kind || resource.name !== name);
    if (rest.length === this.values.resources.length) return fail(noSuchResource(name));
    return this.changeResources(rest, 'Removing a resource', by, now);
  }

  /** Off to validation and planning, where the resources are locked. */
  requestPlan(now: Date): Result<Session> {
    if (this.isExpired(now)) return fail(sessionExpired());
    if (!canTransition(this.state, 'VALIDATING')) return fail(notAllowedIn(this.state, 'Refreshing'));
    if (this.values.resources.length === 0) return fail(noResources());
    return this.to('VALIDATING', 'Refreshing', { ...WITHOUT_PLAN, approvals: this.values.approvals });
  }

  violationsFound(violations: readonly Violation[]): Result<Session> {
    return this.to('DRAFT', 'Validating', { violations, approvals: [] });
  }

  startPlanning(runId: RunId, warnings: readonly Violation[]): Result<Session> {
    return this.to('PLANNING', 'Planning', { runId, violations: warnings });
  }

  /** Still planning, in another run: the worker of the one before was lost. */
  planAgain(runId: RunId): Result<Session> {
    if (this.state !== 'PLANNING') return fail(notAllowedIn(this.state, 'Planning'));
    return ok(new Session(Object.freeze({ ...this.values, runId })));
  }

  /** `violations`: all that there is against it, before and after the plan. */
  planReady(plan: SessionPlan, violations: readonly Violation[] = this.values.violations): Result<Session> {
    return this.to('PLAN_READY', 'Planning', { plan, violations, approvals: approvalsFor(this.values.approvals, plan) });
  }

  planFailed(problem: Failure): Result<Session> {
    return this.to('DRAFT', 'Planning', { problem, approvals: [] });
  }

  /**
   * Notes that a person accepts exactly the plan that they looked at; with the last of the `needed` different ones it is approved.
   * A destroy also asks for the deployment's name, typed.
   */
  approve(planId: PlanId, { by, via, level, needed = 1, typedName }: ApprovalRequest, now: Date): Result<Session> {
    const allowed = this.approvable(planId, now);
    if (allowed.ok && this.values.purpose === 'destroy' && typedName?.trim() !== this.values.deploymentName) return fail(nameNotTyped(this.values.deploymentName));
    if (!allowed.ok) return allowed;
    const { approvals, plan } = this.values;
    if (approvals.some((approval) => approval.by === by)) return fail(approvedAlready());
    const all = [...approvals, { planId, planDigest: plan?.digest ?? '', by, via, at: now, ...(level && { level }) }];
    if (all.length >= needed) return this.to('APPROVED', 'Approving', { approvals: all, runId: newId<RunId>('run') });
    return ok(new Session(Object.freeze({ ...this.values, approvals: all })));
  }

  startApplying(): Result<Session> {
    return this.to('APPLYING', 'Applying', {});
  }

  /** Whatever is in flight is finished first. */
  requestStop(by: UserId, now: Date): Result<Session> {
    if (this.state !== 'APPLYING') return fail(notAllowedIn(this.state, 'Stopping'));
    if (this.values.stop) return fail(stoppingAlready());
    return ok(new Session(Object.freeze({ ...this.values, stop: { by, at: now, forced: false } })));
  }

  /** Only after a stop in order was asked for, which costs nothing. */
  forceStop(by: UserId, now: Date): Result<Session> {
    if (this.state !== 'APPLYING' || !this.values.stop) return fail(notAllowedIn(this.state, 'Stopping by force'));
    if (this.values.stop.forced) return fail(stoppingAlready());
    return ok(new Session(Object.freeze({ ...this.values, stop: { by, at: now, forced: true } })));
  }

  applied(outcome: SessionOutcome): Result<Session> {
    return this.to('APPLIED', 'Applying', { outcome });
  }

  failed(problem: Failure, outcome?: SessionOutcome): Result<Session> {
    return this.to('FAILED', 'Applying', { problem, ...(outcome && { outcome }) });
  }

  cancel(now: Date): Result<Session> {
    if (this.isExpired(now)) return fail(sessionExpired());
    return this.to('CANCELLED', 'Cancelling', {});
  }

  expire(now: Date): Result<Session> {
    return this.isExpired(now) ? this.to('EXPIRED', 'Expiring', {}) : fail(notAllowedIn(this.state, 'Expiring'));
  }

  private approvable(planId: PlanId | undefined, now: Date): Result<void> {
    if (this.isExpired(now)) return fail(sessionExpired());
    if (this.state === 'DRAFT' && planId !== undefined) return fail(planStale());
    if (this.state !== 'PLAN_READY') return fail(notAllowedIn(this.state, 'Approving'));
    const { plan } = this.values;
    if (!plan || plan.id !== planId) return fail(planStale());
    const denied = this.values.violations.filter(({ severity }) => severity === 'deny');
    if (denied.length > 0) return fail(policyDenied(denied.map(({ message }) => message)));
    // To end what is gone already, or to find that a state is true, is worth an approval too.
    if (this.values.purpose === 'deploy' && plan.counts.add + plan.counts.change + plan.counts.destroy === 0) return fail(nothingToApply());
    return ok();
  }

  private changeResources(resources: readonly ResourceRequest[], activity: string, by: UserId, now: Date): Result<Session> {
    if (this.isExpired(now)) return fail(sessionExpired());
    if (this.values.purpose !== 'deploy') return fail(fixedResources(this.values.purpose));
    if (this.isLocked) return fail(notAllowedIn(this.state, activity));
    return ok(new Session(Object.freeze({ ...this.values, ...WITHOUT_PLAN, state: 'DRAFT' as const, resources, authors: joined(this.values.authors, by) })));
  }

  private to(state: SessionState, activity: string, change: Partial<SessionValues>): Result<Session> {
    if (!canTransition(this.state, state)) return fail(notAllowedIn(this.state, activity));
    return ok(new Session(Object.freeze({ ...this.values, ...change, state })));
  }
}

function joined(authors: readonly UserId[], ...more: readonly UserId[]): readonly UserId[] {
  return [...new Set([...authors, ...more])];
}

/** With the plan fall its approvals, and what was said about the plan before it. */
const WITHOUT_PLAN = { plan: undefined, approvals: [], violations: [], problem: undefined } as const satisfies Partial<SessionValues>;
