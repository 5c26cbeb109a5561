import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { TenantRepository } from '../persistence/tenant.repository';
import { ServeTenants } from './serve-tenants.command';

@CommandHandler(ServeTenants)
export class ServeTenantsHandler implements ICommandHandler<ServeTenants> {
  constructor(private readonly tenants: TenantRepository) {}

  execute({ guildIds }: ServeTenants): Promise<void> {
    return this.tenants.serve(guildIds);
  }
}
