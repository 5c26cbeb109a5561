import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListTenants, type Project } from '../../access';
import type { CredentialsRequest } from '../../terraform';

/** Says whose credentials a project's runs want: which of them it has been given, the worker finds out. */
@Injectable()
export class ProjectCredentials {
  constructor(private readonly queries: QueryBus) {}

  async of({ credentialsProfile: profile, guildId: tenant, name: project, environment }: Project): Promise<CredentialsRequest> {
    const tenants = await this.queries.execute(new ListTenants());
    return { profile, tenant, project, environment, isOnlyTenant: tenants.every((one) => one === tenant) };
  }
}
