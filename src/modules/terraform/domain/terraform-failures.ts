import { failure, type Failure } from '../../../shared';

export const terraformNotFound = (named: string | undefined): Failure =>
  failure('TERRAFORM.NOT_FOUND', named === undefined
    ? 'No Terraform on this worker. Install Terraform 1.6 or newer, or OpenTofu 1.8 or newer, on PATH, or name it with TERRAFORM_BIN.'
    : `TERRAFORM_BIN names ${named}, which does not run as Terraform or OpenTofu. Install Terraform 1.6 or newer, or OpenTofu 1.8 or newer, there.`);

export const terraformTooOld = (found: string, needed: string): Failure =>
  failure('TERRAFORM.TOO_OLD', `${found} is too old for this worker. Install ${needed} or newer.`);

export const initFailed = (reason: string): Failure =>
  failure('TERRAFORM.INIT_FAILED', `The Terraform providers could not be installed. ${reason}`);

export const planFailed = (reason: string): Failure => failure('TERRAFORM.PLAN_FAILED', reason);

export const planCancelled = (): Failure => failure('TERRAFORM.PLAN_CANCELLED', 'The plan was cancelled before it was complete.');

export const planStale = (): Failure =>
  failure('TERRAFORM.PLAN_STALE', 'Infrastructure or configuration changed after this plan. Press Refresh, then approve.');

export const diskFull = (freeMb: number, neededMb: number): Failure =>
  failure('TERRAFORM.DISK_FULL', `This worker’s disk is almost full: ${freeMb} MB are free, a run needs ${neededMb} MB. Nothing was started. Ask whoever runs Cloud Engine to make room below DATA_DIR, then try again.`);

export const runNotFound = (): Failure => failure('TERRAFORM.RUN_NOT_FOUND', 'There is no such run. It may not have started yet.');

export const runEnded = (): Failure => failure('TERRAFORM.RUN_ENDED', 'The run has ended already; there is nothing left to cancel.');

export const profileName = (profile: string): Failure =>
  failure('CREDENTIALS.PROFILE_NAME', `"${profile}" cannot name a credentials profile. Use a lower-case letter, then up to 38 lower-case letters, digits and hyphens.`);

export const profileMissing = (profile: string): Failure =>
  failure('CREDENTIALS.PROFILE_MISSING', `Credentials profile "${profile}" does not exist on this worker. Ask an administrator to put ${profile}.env, mode 0600, into CREDENTIALS_DIR.`);

export const profileNotGiven = (profile: string, { tenant, project }: { readonly tenant: string; readonly project: string }): Failure =>
  failure('CREDENTIALS.NOT_GIVEN', `Credentials profile "${profile}" is not given to this server. Ask whoever runs Cloud Engine to put it at ${tenant}/${profile}.env, or for this project alone at ${tenant}/projects/${project}/${profile}.env, below CREDENTIALS_DIR.`);

export const profileExposed = (profile: string): Failure =>
  failure('CREDENTIALS.PROFILE_EXPOSED', `Credentials profile "${profile}" can be read by other users of its machine. Ask an administrator to run chmod 600 on ${profile}.env.`);

export const variableRefused = (profile: string, name: string): Failure =>
  failure('CREDENTIALS.VARIABLE_REFUSED', `Credentials profile "${profile}" sets ${name}, which is not a profile's to set. Ask an administrator to remove it from ${profile}.env.`);

export const simulatedCloud = (profile: string, name: string): Failure =>
  failure('CREDENTIALS.SIMULATED_CLOUD', `Credentials profile "${profile}" sets ${name}. The simulated cloud refuses to load in production: remove it from ${profile}.env.`);
