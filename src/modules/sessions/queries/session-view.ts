import type { Environment } from '../../access';
import type { SessionValues } from '../domain/session';
import type { SessionState } from '../domain/session-state';

/** A session as it is shown: its values, and what follows from them at the moment of asking. */
export interface SessionView extends Omit<SessionValues, 'state'> {
  /** EXPIRED from the moment the time is over. */
  readonly state: SessionState;
  readonly projectName: string;
  readonly environment: Environment;
  /** How many different people have to approve. */
  readonly approvalsNeeded: number;
  readonly isLocked: boolean;
  readonly canApprove: boolean;
  readonly timeRemainingSeconds: number;
  /** Where it stands in the line for a worker, from 1. Absent: it does not wait for one. */
  readonly place?: number;
}
