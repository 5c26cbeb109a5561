import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { GuildId } from '../../../shared';
import { TenantRepository } from '../persistence/tenant.repository';
import { ListTenants } from './list-tenants.query';

@QueryHandler(ListTenants)
export class ListTenantsHandler implements IQueryHandler<ListTenants> {
  constructor(private readonly tenants: TenantRepository) {}

  execute(): Promise<readonly GuildId[]> {
    return this.tenants.list();
  }
}
