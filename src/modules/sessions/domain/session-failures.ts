import { failure, type Failure, type UserId } from '../../../shared';
import type { SessionState } from './session-state';

export const sessionNotFound = (): Failure => failure('SESSION.NOT_FOUND', 'There is no such session here. Use `/cloud-list` to see yours.');

export const sessionExpired = (): Failure => failure('SESSION.EXPIRED', 'This session’s time is over. Start a new one with `/cloud-deploy`.');

export const planStale = (): Failure => failure('SESSION.PLAN_STALE', 'Resources changed after this plan. Press Refresh, then approve.');

export const planOfAnother = (): Failure => failure('SESSION.PLAN_STALE', 'This plan was made for another account or environment than its project has now. Press Refresh, then approve.');

export const policyDenied = (messages: readonly string[]): Failure => failure('SESSION.POLICY', messages.join('\n'));

export const changedMeanwhile = (): Failure => failure('SESSION.CHANGED_MEANWHILE', 'Somebody else changed this session at the same moment. Look at it again, then repeat what you wanted.');

export const noResources = (): Failure => failure('SESSION.NO_RESOURCES', 'There is nothing to plan yet. Press Add Resource first.');

export const nothingToApply = (): Failure => failure('SESSION.NOTHING_TO_APPLY', 'This plan changes nothing, so there is nothing to approve. Add or remove a resource, or cancel.');

export const approvedAlready = (): Failure => failure('APPROVAL.ALREADY', 'You have approved this plan already. It needs more people: ask another administrator of the project.');
/** Between the approval and the apply. */
export const accessEnded = (by: UserId): Failure => failure('ACCESS.ENDED', `The access of <@${by}>, who approved this, ended or was revoked before anything was applied. Nothing was changed. Press **Retry**, and let somebody approve who has access.`);
export const fixedResources = (purpose: 'destroy' | 'reconcile'): Failure => failure('SESSION.FIXED_RESOURCES', `This session ${purpose === 'destroy' ? 'ends a deployment' : 'only brings a state up to date'}, so there is nothing to add or remove. Approve it, or cancel it.`);
export const stoppingAlready = (): Failure => failure('SESSION.STOPPING', 'It is stopping already. The thread tells when it has ended.');
/** Found by a worker: the plan was not applied. */
export const planOutdated = (): Failure => failure('SESSION.PLAN_STALE', 'Infrastructure, configuration, providers or Terraform itself changed after this plan was made, so it was not applied and nothing was changed. Press **Plan again**.');
export const applyInterrupted = (): Failure => failure('APPLY_INTERRUPTED', 'Terraform ended before it was done. What it had made by then exists, and not all of it may be recorded. Press **Reconcile**: it shows what exists, and what may, before anything happens.');
export const stoppedBefore = (): Failure => failure('SESSION.APPLY_CANCELLED', 'It was stopped before anything was applied. Nothing was changed.');
export const applyStopped = (): Failure => failure('SESSION.APPLY_CANCELLED', 'It was stopped on request. What was in flight was finished, or called off by its provider, and nothing else was begun.');

export const nameNotTyped = (name: string): Failure => failure('SESSION.NAME_NOT_TYPED', `To destroy this deployment, type its name exactly: \`${name}\`. Nothing was changed.`, 'name');

export const deploymentNotFound = (): Failure => failure('DEPLOYMENT.NOT_FOUND', 'There is no such deployment here. Choose one that `/cloud-destroy` suggests.', 'deployment');

export const deploymentNameTaken = (name: string, project: string): Failure => failure('DEPLOYMENT.NAME_TAKEN', `\`${project}\` has a deployment \`${name}\` already, or a session that opens one. \`/cloud-list\` shows it. Choose another name, or cancel that session first.`, 'name');
export const reconcileFirst = (name: string): Failure => failure('DEPLOYMENT.INTERRUPTED', `The last apply of \`${name}\` was interrupted, so things may exist that nobody recorded. Use \`/cloud-reconcile\` first.`, 'deployment');
export const nothingToReconcile = (name: string): Failure => failure('DEPLOYMENT.NOT_INTERRUPTED', `No apply of \`${name}\` was interrupted: its state is what was recorded. There is nothing to reconcile.`, 'deployment');
export const deploymentGone = (name: string): Failure => failure('DEPLOYMENT.DESTROYED', `\`${name}\` is destroyed already: nothing of it is left.`, 'deployment');

export const deploymentBusy = (name: string): Failure => failure('DEPLOYMENT.BUSY', `Another session is at work on \`${name}\`. Wait for its end, or cancel it with \`/cloud-cancel\`, then try again.`, 'deployment');

export const noSuchResource = (name: string): Failure => failure('SESSION.NO_SUCH_RESOURCE', `There is no resource \`${name.slice(0, 63).replaceAll('`', 'ˋ')}\` in this session.`, 'name');

export const notAllowedIn = (state: SessionState, activity: string): Failure => failure('SESSION.WRONG_STATE', `${activity} is not possible now: ${SITUATION[state]}`);

const SITUATION: Record<SessionState, string> = {
  DRAFT: 'there is no finished plan yet. Add a resource, or press Refresh.',
  VALIDATING: 'the plan is being made. Wait a few seconds, then try again.',
  PLANNING: 'the plan is being made. Wait a few seconds, then try again.',
  PLAN_READY: 'the plan waits for approval.',
  APPROVED: 'the plan is approved already and waits for a worker.',
  APPLYING: 'the plan is being applied. Follow it in the thread.',
  APPLIED: 'this session is done. Start a new one with `/cloud-deploy`.',
  FAILED: 'this session has failed. Start a new one with `/cloud-deploy`.',
  CANCELLED: 'this session was cancelled. Start a new one with `/cloud-deploy`.',
  EXPIRED: 'this session’s time is over. Start a new one with `/cloud-deploy`.',
};
