import { Query } from '@nestjs/cqrs';
import type { GuildId, ProjectId } from '../../../shared';

export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** What the history tells of sessions in some projects. */
export interface HistorySummary {
  readonly started: number;
  readonly applied: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly expired: number;
  readonly refused: number;
  /** Who began most sessions, by their ids: at most five. */
  readonly topUsers: readonly Counted[];
  /** What was added most: at most five. */
  readonly topKinds: readonly Counted[];
  /** Means in milliseconds; null where nothing was measured. */
  readonly meanPlanMs: number | null;
  readonly meanApplyMs: number | null;
}

export class SummariseHistory extends Query<HistorySummary> {
  constructor(readonly guildId: GuildId, readonly projectIds: readonly ProjectId[], readonly days: number) {
    super();
    Object.freeze(this);
  }
}
