import { fail, failure, ok, type Result } from '../../../shared';
import { approvalsNeeded, type AccessLevel, type Actor, type Project } from '../../access';
import type { Session } from './session';

/** Where a project asks for other people, nobody approves what they asked for themselves; what others asked for is for administrators. */
export function mayApprove(actor: Actor, level: AccessLevel, project: Project, session: Session): Result<void> {
  const own = session.values.ownerId === actor.userId;
  const needed = approvalsNeeded(project);
  if (own && needed > 0) {
    const who = needed === 1 ? 'somebody else has' : `${needed} other people have`;
    return fail(failure('APPROVAL.SECOND_PERSON', `In \`${project.name}\` ${who} to approve what you asked for. Ask its administrators.`));
  }
  if (!own && level !== 'ADMIN') return fail(failure('APPROVAL.NOT_ALLOWED', 'Only the project’s administrators approve what somebody else asked for.'));
  return ok();
}
