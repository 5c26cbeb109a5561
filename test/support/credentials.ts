import type { CredentialsRequest } from '../../src/modules/terraform';

/** A profile, for the only tenant there is. */
export const credentialsOf = (profile: string, more: Partial<CredentialsRequest> = {}): CredentialsRequest => ({ profile, tenant: '1', project: 'tests', environment: 'dev', isOnlyTenant: true, ...more });
