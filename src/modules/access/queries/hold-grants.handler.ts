import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { GrantId } from '../../../shared';
import { GrantRepository } from '../persistence/grant.repository';
import { HoldGrants } from './hold-grants.query';

@QueryHandler(HoldGrants)
export class HoldGrantsHandler implements IQueryHandler<HoldGrants> {
  constructor(private readonly grants: GrantRepository) {}

  execute({ grantIds }: HoldGrants): Promise<readonly GrantId[]> {
    return this.grants.hold(grantIds);
  }
}
