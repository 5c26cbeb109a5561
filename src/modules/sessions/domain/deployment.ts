import type { DeploymentId, GuildId, ProjectId, SessionId, UserId } from '../../../shared';

/**
 * `applying`: on its way; `live`: as asked for; `partial`: an apply or destroy failed, and what its state holds
 * exists; `interrupted`: more may exist than its state holds, until it is reconciled; `destroyed`: nothing of it is left.
 */
export type DeploymentStatus = 'applying' | 'live' | 'partial' | 'interrupted' | 'destroyed';

/** What an applied session leaves behind: named infrastructure with its own Terraform state. */
export interface Deployment {
  readonly id: DeploymentId;
  readonly guildId: GuildId;
  readonly projectId: ProjectId;
  readonly name: string;
  readonly provider: string;
  readonly region: string;
  readonly status: DeploymentStatus;
  readonly createdBy: UserId;
  readonly lastSessionId: SessionId;
  readonly resourceCount: number;
  readonly monthlyUsd?: number;
}
