import { fail, failure, ok, type Result } from '../../../shared';
import type { AccessLevel, Actor, Project } from '../../access';
import { budgetInWords, type BudgetVerdict } from '../../finops';
import { othersNeeded } from './approval';
import type { Session } from './session';

/**
 * Where other people have to approve, nobody approves what they asked for themselves or helped to shape; what others asked for is for
 * administrators, and so is what passes the budget, whoever asked.
 */
export function mayApprove(actor: Actor, level: AccessLevel, project: Project, session: Session, budget?: BudgetVerdict): Result<void> {
  const { ownerId, authors, violations } = session.values;
  const own = ownerId === actor.userId;
  const needed = othersNeeded(project, violations);
  if (authors.includes(actor.userId) && needed > 0) {
    const who = needed === 1 ? 'somebody else has' : `${needed} other people have`;
    return fail(failure('APPROVAL.SECOND_PERSON', `In \`${project.name}\` ${who} to approve what you ${own ? 'asked' : 'helped to ask'} for. Ask its administrators.`));
  }
  if (!own && level !== 'ADMIN') return fail(failure('APPROVAL.NOT_ALLOWED', 'Only the project’s administrators approve what somebody else asked for.'));
  if (budget?.needsAdministrator && level !== 'ADMIN') return fail(failure('APPROVAL.BUDGET', budgetInWords(budget)));
  return ok();
}
