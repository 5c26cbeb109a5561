import type { GuildId, ProjectId, UserId } from '../../../shared';
import type { Environment, Project } from '../domain/project';
import type { ProjectRow } from './project.row';

export function toProject({ rules, approvals, monthlyBudgetUsd, channelId, archivedAt, ...row }: ProjectRow): Project {
  return Object.freeze({
    ...row,
    id: row.id as ProjectId,
    guildId: row.guildId as GuildId,
    environment: row.environment as Environment,
    createdBy: row.createdBy as UserId,
    rules,
    ...(approvals !== null && { approvals }),
    ...(monthlyBudgetUsd !== null && { monthlyBudgetUsd }),
    ...(channelId !== null && { channelId }),
    ...(archivedAt !== null && { archivedAt }),
  });
}

export function toProjectRow(project: Project): ProjectRow {
  return {
    ...project, providers: [...project.providers], regions: [...project.regions], rules: project.rules ?? {},
    approvals: project.approvals ?? null, monthlyBudgetUsd: project.monthlyBudgetUsd ?? null, channelId: project.channelId ?? null, archivedAt: project.archivedAt ?? null,
  };
}
