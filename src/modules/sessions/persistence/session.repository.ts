import type { ProjectId, SessionId, UserId } from '../../../shared';
import type { Session } from '../domain/session';
import type { SessionState } from '../domain/session-state';

export interface SessionSelection {
  readonly projectIds: readonly ProjectId[];
  readonly states?: readonly SessionState[];
  readonly ownerId?: UserId;
  readonly text?: string;
  readonly after?: { readonly createdAt: Date; readonly id: SessionId };
  readonly limit: number;
}

export abstract class SessionRepository {
  /** False where another session is at work on the same deployment. */
  abstract add(session: Session): Promise<boolean>;
  /** Until the surrounding transaction ends nobody else opens a deployment of this name; answers whether one has it: it is open in a session, or there. */
  abstract isNameTaken(projectId: ProjectId, name: string): Promise<boolean>;
  abstract find(id: SessionId): Promise<Session | undefined>;
  /** Saves a change of the version that was loaded, and answers the next one; undefined where somebody else was first. */
  abstract save(session: Session): Promise<Session | undefined>;
  /** The same for an approval, which also has to find the approved plan, and time left by the database's own clock. */
  abstract approve(session: Session): Promise<Session | undefined>;
  /** Newest first. */
  abstract select(selection: SessionSelection): Promise<readonly Session[]>;
  /** In one of these states, in any project: what a worker looks after. */
  abstract inStates(states: readonly SessionState[]): Promise<readonly Session[]>;
  /** Ends what is over, in one statement; never touches APPROVED or APPLYING. */
  abstract expireDue(): Promise<readonly Session[]>;
}
