import { Query } from '@nestjs/cqrs';
import type { JsonObject } from '../../providers';
import type { CostEstimate } from '../domain/cost-estimate';

/** A resource's change as Terraform's plan gives it. */
export interface CostedChange {
  readonly address: string;
  readonly type: string;
  /** `no-op`, `create`, `read`, `update`, `delete`, `forget`; two of them for a replacement. Reads are not resources and cost nothing. */
  readonly actions: readonly string[];
  /** The values before; null or absent for a creation. */
  readonly before?: JsonObject | null;
  /** The values after, without those known only after apply; null or absent for a destroy. */
  readonly after?: JsonObject | null;
}

export interface CostRequest {
  readonly provider: string;
  /** Where the configuration is, for resources that do not name their own region. */
  readonly region: string;
  readonly changes: readonly CostedChange[];
}

/** What a plan's resources cost before and after it. */
export class EstimateCost extends Query<CostEstimate> {
  constructor(readonly request: CostRequest) {
    super();
    Object.freeze(this);
  }
}
