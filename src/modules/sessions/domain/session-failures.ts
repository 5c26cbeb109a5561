import { failure, type Failure } from '../../../shared';
import type { SessionState } from './session-state';

export const sessionNotFound = (): Failure => failure('SESSION.NOT_FOUND', 'There is no such session here. Use `/cloud-list` to see yours.');

export const sessionExpired = (): Failure => failure('SESSION.EXPIRED', 'This session’s time is over. Start a new one with `/cloud-deploy`.');

export const planStale = (): Failure => failure('SESSION.PLAN_STALE', 'Resources changed after this plan. Press Refresh, then approve.');

export const changedMeanwhile = (): Failure => failure('SESSION.CHANGED_MEANWHILE', 'Somebody else changed this session at the same moment. Look at it again, then repeat what you wanted.');

export const noResources = (): Failure => failure('SESSION.NO_RESOURCES', 'There is nothing to plan yet. Press Add Resource first.');

export const nothingToApply = (): Failure => failure('SESSION.NOTHING_TO_APPLY', 'This plan changes nothing, so there is nothing to approve. Add or remove a resource, or cancel.');

export const destroysOnly = (): Failure => failure('SESSION.DESTROYS', 'This session ends a deployment, so there is nothing to add or remove. Approve it, or cancel it.');

export const nameNotTyped = (name: string): Failure => failure('SESSION.NAME_NOT_TYPED', `To destroy this deployment, type its name exactly: \`${name}\`. Nothing was changed.`, 'name');

export const deploymentNotFound = (): Failure => failure('DEPLOYMENT.NOT_FOUND', 'There is no such deployment here. Choose one that `/cloud-destroy` suggests.', 'deployment');

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
