import type { DeploymentId, Failure, GuildId, ProjectId, RunId, SessionId, UserId } from '../../../shared';
import type { Violation } from '../../policy';
import type { ResourceRequest } from '../../providers';
import type { Approval } from '../domain/approval';
import { Session, type SessionOutcome, type Stop } from '../domain/session';
import type { SessionPlan } from '../domain/session-plan';
import type { SessionRow } from './session.row';

export function toSession(row: SessionRow): Session {
  const { problem, plan, runId, outcome, stop, approvals, resources, violations, ...same } = row;
  return Session.restore({
    ...same,
    id: row.id as SessionId,
    guildId: row.guildId as GuildId,
    projectId: row.projectId as ProjectId,
    deploymentId: row.deploymentId as DeploymentId,
    ownerId: row.ownerId as UserId,
    authors: row.authors as UserId[],
    resources: resources as ResourceRequest[],
    violations: violations as Violation[],
    approvals: (approvals as Approval[]).map((approval) => ({ ...approval, at: new Date(approval.at) })),
    ...(problem && { problem: problem as Failure }),
    ...(plan && { plan: restorePlan(plan as SessionPlan) }),
    ...(runId && { runId: runId as RunId }),
    ...(outcome && { outcome: outcome as SessionOutcome }),
    ...(stop && { stop: restoreStop(stop as Stop) }),
  });
}

export function toRow({ values }: Session): SessionRow {
  return { ...values, authors: [...values.authors], problem: values.problem ?? null, plan: values.plan ?? null, runId: values.runId ?? null, outcome: values.outcome ?? null, stop: values.stop ?? null };
}

// In jsonb a date is text.
function restorePlan(plan: Omit<SessionPlan, 'parts'> & Partial<Pick<SessionPlan, 'parts'>>): SessionPlan {
  return { ...plan, parts: plan.parts ?? [], madeAt: new Date(plan.madeAt) };
}

function restoreStop(stop: Stop): Stop {
  return { ...stop, at: new Date(stop.at) };
}
