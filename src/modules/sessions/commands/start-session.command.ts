import { Command } from '@nestjs/cqrs';
import type { ProjectId, Result } from '../../../shared';
import type { Actor } from '../../access';
import type { Session } from '../domain/session';

export interface SessionRequest {
  readonly projectId: ProjectId;
  readonly provider: string;
  /** Absent: the project's first region, else the provider's default. */
  readonly region?: string;
  /** Absent: the project's name and a number. */
  readonly deploymentName?: string;
  /** A named set of resources to begin with; they are planned at once. */
  readonly blueprint?: string;
  /** `team=payments, cost-center=42`; empty: none. */
  readonly labels?: string;
}

/** Opens a session in a project where the actor may deploy. */
export class StartSession extends Command<Result<Session>> {
  constructor(readonly actor: Actor, readonly request: SessionRequest) {
    super();
    Object.freeze(this);
  }
}
