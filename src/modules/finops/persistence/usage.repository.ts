import type { DeploymentId, ProjectId, SessionId, UserId } from '../../../shared';
import type { Committed } from '../domain/budget';
import type { KindUse } from '../domain/kind-use';
import type { KindCounts, Quota } from '../domain/quota';

export interface Reservation {
  readonly sessionId: SessionId;
  readonly deploymentId: DeploymentId;
  readonly projectId: ProjectId;
  /** How many of each kind it needs beyond what the deployment has. */
  readonly kinds: KindCounts;
  /** What the deployment will cost. */
  readonly cost: Committed;
}

export interface UsingDeployment {
  readonly deploymentId: DeploymentId;
  readonly projectId: ProjectId;
  readonly ownerId: UserId;
  readonly provider: string;
}

export type CostGroup = 'project' | 'owner' | 'kind' | 'provider';

export interface CostGroupRow {
  /** A project's or person's id, or the name of a kind or provider. */
  readonly key: string;
  readonly monthlyUsd: number;
  readonly complete: boolean;
  readonly resources: number;
}

/** What one group cost on one day, in USD. */
export interface DayCost {
  /** `YYYY-MM-DD`, in UTC. */
  readonly day: string;
  readonly key: string;
  readonly usd: number;
}

/** What projects use, what is kept for them, and how much of it they may. */
export abstract class UsageRepository {
  /** Until the surrounding transaction ends, nobody else takes or keeps anything in this project. */
  abstract lock(projectId: ProjectId): Promise<void>;
  abstract setQuota(projectId: ProjectId, kind: string, limit: number | undefined): Promise<void>;
  /** Every quota of a project; what `except` keeps is not counted as reserved. */
  abstract quotas(projectId: ProjectId, except?: SessionId): Promise<readonly Quota[]>;
  /** What a deployment has now. */
  abstract deployed(deploymentId: DeploymentId): Promise<KindCounts>;
  abstract reserve(reservation: Reservation): Promise<void>;
  abstract release(sessionId: SessionId): Promise<void>;
  /** From now on the deployment has this and nothing else. */
  abstract take(deployment: UsingDeployment, uses: readonly KindUse[]): Promise<void>;
  /** What a month of the project costs without this deployment, with what other sessions have reserved. */
  abstract committed(projectId: ProjectId, except?: { readonly deploymentId: DeploymentId; readonly sessionId: SessionId }): Promise<Committed>;
  abstract groups(projectIds: readonly ProjectId[], by: CostGroup): Promise<readonly CostGroupRow[]>;
  /** Day by day, the last one being today so far; days and groups without cost are left out. */
  abstract course(projectIds: readonly ProjectId[], by: CostGroup, days: number): Promise<readonly DayCost[]>;
  /** What this calendar month (UTC) has cost so far. */
  abstract spentThisMonth(projectIds: readonly ProjectId[]): Promise<number>;
  /** True once for each alert of a month. */
  abstract alertOnce(projectId: ProjectId, percent: number): Promise<boolean>;
}
