import { failure, type Failure } from '../../../shared';
import type { AccessLevel } from './access-level';

export const projectNotFound = (): Failure => failure('ACCESS.PROJECT_NOT_FOUND', 'There is no such project here, or you have no access to it. Choose one from the list, or ask an administrator for access.', 'project');

export const levelNeeded = (needed: AccessLevel, held: AccessLevel, project: string): Failure =>
  failure('ACCESS.LEVEL_NEEDED', `This needs ${needed} on \`${project}\`; you have ${held}. Ask an administrator for \`/cloud-grant\`.`);

export const reasonMissing = (): Failure => failure('GRANT.REASON', 'Say why, in 1 to 300 characters: it stays in the history.', 'reason');
export const grantNotFound = (): Failure => failure('GRANT.NOT_FOUND', 'There is no such grant here, or it is over. Choose one that `/cloud-revoke` suggests.', 'grant');
export const ownGrant = (): Failure => failure('GRANT.OWN', 'Nobody gives, lengthens or raises their own access, nor that of a role they have. Ask another administrator, or use `/cloud-request-access`.', 'member-or-role');
export const requestNotFound = (): Failure => failure('REQUEST.NOT_FOUND', 'There is no such request here, or it is decided or over. Ask again with `/cloud-request-access`.');
export const ownRequest = (): Failure => failure('REQUEST.OWN', 'Nobody decides on what they asked for themselves. Ask another administrator of the project.');
export const projectArchived = (name: string): Failure => failure('PROJECT.ARCHIVED', `\`${name}\` is archived: nothing is deployed there any more. Choose another project.`, 'project');
export const adminNeeded = (): Failure => failure('ACCESS.ADMIN_NEEDED', 'Only people who may manage this server can do this. Ask one of them.');

export const changedMeanwhile = (name: string): Failure => failure('PROJECT.CHANGED_MEANWHILE', `Somebody else changed \`${name}\` in the meantime. Look at it again with \`/cloud-projects\`, then repeat what you wanted.`, 'project');
export const changeNotFound = (): Failure => failure('CHANGE.NOT_FOUND', 'There is no such change here, or it is decided or over. Propose it again with `/cloud-edit-project`.');
export const ownChange = (): Failure => failure('CHANGE.OWN', 'Nobody agrees to a change that they proposed themselves. Ask another administrator of the project, or who manages this server.');
export const proposerGone = (): Failure => failure('CHANGE.PROPOSER_GONE', 'Whoever proposed this does not administer the project any more. Propose it yourself, and let another administrator agree.');

export const nameTaken = (name: string): Failure => failure('PROJECT.NAME_TAKEN', `This server has a project \`${name}\` already. Choose another name.`, 'name');
