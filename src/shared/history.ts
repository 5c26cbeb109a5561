import type { GuildId, ProjectId, UserId } from './ids';

export interface HistoryEntry {
  readonly guildId: GuildId;
  /** Absent: the engine itself. */
  readonly actorId?: UserId;
  /** What was done, such as `session.approve`. */
  readonly action: string;
  /** The id of what it was done to. */
  readonly subject: string;
  readonly projectId?: ProjectId;
  readonly outcome: 'done' | 'refused' | 'failed';
  /** Figures and words worth keeping; never a secret. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The append-only record of who did what. An entry joins the surrounding transaction: it stands exactly if the deed does. */
export abstract class History {
  abstract record(entry: HistoryEntry): Promise<void>;
}
