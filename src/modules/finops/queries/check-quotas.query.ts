import { Query } from '@nestjs/cqrs';
import type { DeploymentId, ProjectId, SessionId } from '../../../shared';
import type { KindCounts } from '../domain/quota';

export interface QuotaCheck {
  readonly projectId: ProjectId;
  /** Absent where they are new. */
  readonly deploymentId?: DeploymentId;
  readonly sessionId?: SessionId;
  /** All that the deployment is to have. */
  readonly kinds: KindCounts;
}

/** What the quotas have against it, a sentence for every kind; none: nothing. What is there now may be gone a moment later. */
export class CheckQuotas extends Query<readonly string[]> {
  constructor(readonly check: QuotaCheck) {
    super();
    Object.freeze(this);
  }
}
