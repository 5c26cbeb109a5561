import { Query } from '@nestjs/cqrs';
import type { GrantId } from '../../../shared';

/** Those of these grants that are alive, by the database's clock. Inside a transaction none of them is revoked before it ends. */
export class HoldGrants extends Query<readonly GrantId[]> {
  constructor(readonly grantIds: readonly GrantId[]) {
    super();
    Object.freeze(this);
  }
}
