import { fail, failure, ok, type Result } from '../../../shared';
import type { AccessLevel, Actor, Project } from '../../access';
import type { Session } from './session';

/** In production nobody approves alone what they asked for. */
export function mayApprove(actor: Actor, level: AccessLevel, project: Project, session: Session): Result<void> {
  const own = session.values.ownerId === actor.userId;
  if (own && project.environment === 'production') {
    return fail(failure('APPROVAL.SECOND_PERSON', `\`${project.name}\` is a production project: somebody else has to approve what you asked for. Ask one of its administrators.`));
  }
  if (!own && level !== 'ADMIN') return fail(failure('APPROVAL.NOT_ALLOWED', 'Only the project’s administrators approve what somebody else asked for.'));
  return ok();
}
