import { Command } from '@nestjs/cqrs';
import type { ChangeId, Result } from '../../../shared';
import type { Actor } from '../domain/actor';
import type { Project } from '../domain/project';
import type { ProjectChange } from '../domain/project-change';

export interface DecidedChange {
  readonly change: ProjectChange;
  /** As it is now. */
  readonly project: Project;
  readonly isApproved: boolean;
}

/**
 * Agrees to a proposed change, or declines it: for administrators of the project and who manages the guild, and never for whoever
 * proposed it. Refused: CHANGE.*, ACCESS.*, PROJECT.* where the project has changed since.
 */
export class DecideChange extends Command<Result<DecidedChange>> {
  constructor(readonly actor: Actor, readonly changeId: ChangeId, readonly isApproved: boolean) {
    super();
    Object.freeze(this);
  }
}
