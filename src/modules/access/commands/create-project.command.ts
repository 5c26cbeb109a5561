import { Command } from '@nestjs/cqrs';
import type { Result } from '../../../shared';
import type { Actor } from '../domain/actor';
import type { Project } from '../domain/project';
import type { ProjectRules } from '../domain/project-rules';

export interface NewProject {
  readonly name: string;
  readonly environment: string;
  readonly providers: readonly string[];
  readonly regions?: readonly string[];
  /** Absent: `default`. */
  readonly credentialsProfile?: string;
  readonly approvals?: number;
  readonly monthlyBudgetUsd?: number;
  readonly channelId?: string;
  readonly rules?: ProjectRules;
}

/** Makes a project in the actor's guild. Refused: ACCESS.ADMIN_NEEDED, PROJECT.NAME_TAKEN, PROJECT.* for what is wrong with it. */
export class CreateProject extends Command<Result<Project>> {
  constructor(readonly actor: Actor, readonly project: NewProject) {
    super();
    Object.freeze(this);
  }
}
