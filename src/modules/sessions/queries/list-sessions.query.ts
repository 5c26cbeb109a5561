import { Query } from '@nestjs/cqrs';
import type { ProjectId, UserId } from '../../../shared';
import type { Actor } from '../../access';
import type { SessionState } from '../domain/session-state';
import type { SessionView } from './session-view';

export interface SessionFilter {
  /** Absent: all. */
  readonly states?: readonly SessionState[];
  readonly ownOnly?: boolean;
  /** Only of this person. */
  readonly ownerId?: UserId;
  /** Only of this project. */
  readonly projectId?: ProjectId;
  /** Only of projects that the actor administers. */
  readonly asAdministrator?: boolean;
  /** Part of the id, deployment or project name. */
  readonly text?: string;
  /** Continue after this cursor (a page's `next`). */
  readonly after?: string;
  /** At most 50. */
  readonly limit: number;
}

export interface SessionPage {
  readonly sessions: readonly SessionView[];
  /** Absent: the last page. */
  readonly next?: string;
}

/** Sessions of the projects that the actor may see, newest first. */
export class ListSessions extends Query<SessionPage> {
  constructor(readonly actor: Actor, readonly filter: SessionFilter) {
    super();
    Object.freeze(this);
  }
}
