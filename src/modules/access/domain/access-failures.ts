import { failure, type Failure } from '../../../shared';
import type { AccessLevel } from './access-level';

export const projectNotFound = (): Failure => failure('ACCESS.PROJECT_NOT_FOUND', 'There is no such project here, or you have no access to it. Choose one from the list, or ask an administrator for access.', 'project');

export const levelNeeded = (needed: AccessLevel, held: AccessLevel, project: string): Failure =>
  failure('ACCESS.LEVEL_NEEDED', `This needs ${needed} on \`${project}\`; you have ${held}. Ask an administrator for \`/cloud-grant\`.`);

export const adminNeeded = (): Failure => failure('ACCESS.ADMIN_NEEDED', 'Only people who may manage this server can do this. Ask one of them.');

export const nameTaken = (name: string): Failure => failure('PROJECT.NAME_TAKEN', `This server has a project \`${name}\` already. Choose another name.`, 'name');
