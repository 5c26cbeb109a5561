import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../database';
import { History, type HistoryEntry } from '../../../shared';
import { HistoryRow } from './history.row';

/** Appends to the history; the database refuses to change or delete what stands there. */
@Injectable()
export class TypeormHistory extends History {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async record(entry: HistoryEntry): Promise<void> {
    const { guildId, action, subject, outcome } = entry;
    await this.transaction.manager.insert(HistoryRow, { guildId, action, subject, outcome, actorId: entry.actorId ?? null, projectId: entry.projectId ?? null, detail: { ...entry.detail } });
  }
}
