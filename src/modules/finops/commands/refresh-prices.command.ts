import { Command } from '@nestjs/cqrs';
import type { RefreshOutcome } from '../persistence/price-refresh.repository';

/**
 * Asks a provider's pricing API for its list prices and enters those that may be believed; everything else stays as it is.
 * Undefined where there is nothing to ask, or somebody asked within `hours` already.
 */
export class RefreshPrices extends Command<RefreshOutcome | undefined> {
  constructor(readonly provider: string, readonly hours: number) {
    super();
    Object.freeze(this);
  }
}
