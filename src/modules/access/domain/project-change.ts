import { newId, type ChangeId, type GrantId, type GuildId, type ProjectId, type UserId } from '../../../shared';
import type { ProjectRules } from './project-rules';

/** What of a project changes: only what is named. */
export interface ProjectEdit {
  readonly environment?: string;
  readonly providers?: readonly string[];
  readonly regions?: readonly string[];
  readonly credentialsProfile?: string;
  readonly approvals?: number;
  readonly monthlyBudgetUsd?: number;
  readonly channelId?: string;
  readonly rules?: ProjectRules;
}

export const CHANGE_LIVES_MS = 24 * 3_600_000;

/** A change of what protects a project, that one administrator proposed and another one has to agree to. It is over after a day. */
export interface ProjectChange {
  readonly id: ChangeId;
  readonly guildId: GuildId;
  readonly projectId: ProjectId;
  /** The version of the project that it was proposed for. */
  readonly baseVersion: number;
  readonly edit: ProjectEdit;
  readonly askedBy: UserId;
  /** The grants by which they administer the project. */
  readonly via: readonly GrantId[];
  readonly askedAt: Date;
  readonly expiresAt: Date;
}

/** Where things are told protects nothing; all else says who may do what, with which account and how closely it is looked at. */
export function protectedPart({ rules, ...edit }: ProjectEdit): ProjectEdit | undefined {
  const named = Object.entries(edit).filter(([name, value]) => name !== 'channelId' && value !== undefined);
  const hasRules = Object.keys(rules ?? {}).length > 0;
  return named.length === 0 && !hasRules ? undefined : { ...Object.fromEntries(named), ...(hasRules && { rules }) };
}

export function proposeChange(proposed: Omit<ProjectChange, 'id' | 'askedAt' | 'expiresAt'>, now: Date): ProjectChange {
  return Object.freeze({ ...proposed, id: newId<ChangeId>('chg'), askedAt: now, expiresAt: new Date(now.getTime() + CHANGE_LIVES_MS) });
}
