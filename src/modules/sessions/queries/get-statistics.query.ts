import { Query } from '@nestjs/cqrs';
import type { ProjectId, Result } from '../../../shared';
import type { Actor } from '../../access';
import type { HistorySummary } from '../../audit';

export interface Statistics extends HistorySummary {
  readonly days: number;
  readonly projectNames: readonly string[];
}

/** What became of the sessions of a project, or of all that the actor administers. Refused: ACCESS.*, STATS.DAYS. */
export class GetStatistics extends Query<Result<Statistics>> {
  constructor(readonly actor: Actor, readonly projectId: ProjectId | undefined, readonly days: number) {
    super();
    Object.freeze(this);
  }
}
