import type { DeploymentId, GuildId, PlanId, ProjectId, RunId, SessionId, UserId } from '../../../shared';
import { Session, type SessionValues } from './session';
import type { SessionPlan } from './session-plan';
import type { SessionState } from './session-state';

export const NOON = new Date('2026-06-01T12:00:00Z');
export const minutesAfterNoon = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

export const aPlan = (id = 'pln_1'): SessionPlan => ({
  id: id as PlanId, sha256: 'a'.repeat(64), configDigest: 'b'.repeat(64), digest: 'd'.repeat(64),
  counts: { add: 1, change: 0, destroy: 0 }, changes: [], orphans: [], parts: [], settles: false, madeAt: NOON,
  cost: { hourlyUsd: 0, monthlyUsd: 0, hourlyBeforeUsd: 0, monthlyBeforeUsd: 0, differenceHourlyUsd: 0, differenceMonthlyUsd: 0, complete: true, lines: [], oldestPriceDate: null },
});

/** Sessions for tests: `aSession().in('PLAN_READY').build()`. */
export function aSession(): SessionBuilder {
  return new SessionBuilder({
    id: 'ses_1' as SessionId, purpose: 'deploy', guildId: 'guild' as GuildId, projectId: 'prj_1' as ProjectId, deploymentId: 'dep_1' as DeploymentId, deploymentName: 'web-1',
    provider: 'gcp', region: 'us-central1', ownerId: 'dev' as UserId, authors: ['dev' as UserId], state: 'DRAFT', labels: {}, resources: [{ kind: 'vpc', name: 'main', args: {} }],
    violations: [], approvals: [], version: 1, createdAt: NOON, expiresAt: minutesAfterNoon(30),
  });
}

export class SessionBuilder {
  constructor(private readonly values: SessionValues) {}

  with(change: Partial<SessionValues>): SessionBuilder {
    return new SessionBuilder({ ...this.values, ...change });
  }

  in(state: SessionState): SessionBuilder {
    const planned = !['DRAFT', 'VALIDATING', 'PLANNING'].includes(state);
    return this.with({ state, ...(planned && { plan: aPlan() }), ...(state !== 'DRAFT' && { runId: 'run_1' as RunId }) });
  }

  build(): Session {
    return Session.restore(this.values);
  }
}
