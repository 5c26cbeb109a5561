import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Transaction } from '../../../database';
import type { GuildId, ProjectId, UserId } from '../../../shared';
import { HistoryRow } from '../persistence/history.row';
import { ListHistory, type RecordedEntry } from './list-history.query';

@QueryHandler(ListHistory)
export class ListHistoryHandler implements IQueryHandler<ListHistory> {
  constructor(private readonly transaction: Transaction) {}

  async execute({ guildId, subject }: ListHistory): Promise<readonly RecordedEntry[]> {
    const rows = await this.transaction.manager.find(HistoryRow, { where: { guildId, subject }, order: { id: 'ASC' } });
    return rows.map((row) => ({
      at: row.at, guildId: row.guildId as GuildId, action: row.action, subject: row.subject,
      outcome: row.outcome as RecordedEntry['outcome'], detail: { ...row.detail },
      ...(row.actorId !== null && { actorId: row.actorId as UserId }), ...(row.projectId !== null && { projectId: row.projectId as ProjectId }),
    }));
  }
}
