import { Query } from '@nestjs/cqrs';
import type { GuildId, HistoryEntry } from '../../../shared';

export interface RecordedEntry extends HistoryEntry {
  readonly at: Date;
}

/** What happened to one subject of a guild, oldest first. */
export class ListHistory extends Query<readonly RecordedEntry[]> {
  constructor(readonly guildId: GuildId, readonly subject: string) {
    super();
    Object.freeze(this);
  }
}
