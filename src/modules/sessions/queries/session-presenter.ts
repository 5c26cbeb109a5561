import type { Project } from '../../access';
import { othersNeeded } from '../domain/approval';
import type { Session } from '../domain/session';
import type { SessionView } from './session-view';

/** A session as it reads at this moment. */
export function present(session: Session, project: Pick<Project, 'name' | 'environment' | 'approvals'>, now: Date): SessionView {
  return {
    ...session.values,
    state: session.stateAt(now),
    projectName: project.name,
    environment: project.environment,
    approvalsNeeded: Math.max(1, othersNeeded(project, session.values.violations)),
    isLocked: session.isLocked,
    canApprove: session.canApprove(now),
    timeRemainingSeconds: session.timeRemainingSeconds(now),
  };
}
