import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Transaction } from '../../database';
import type { RunId, SessionId } from '../../shared';
import { StreamRow, ThreadPostRow } from './thread-post.row';

export interface ThreadPost {
  readonly seq: number;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly messageId: string | null;
}

/** What of a run's log stands in its thread. */
@Injectable()
export class StreamRepository {
  constructor(private readonly transaction: Transaction) {}

  /** True the first time. */
  async begin(runId: RunId, sessionId: SessionId): Promise<boolean> {
    const inserted = await this.transaction.manager.createQueryBuilder().insert().into(StreamRow).values({ runId, sessionId, done: false }).orIgnore().returning('run_id').execute();
    return Array.isArray(inserted.raw) && inserted.raw.length === 1;
  }

  async isDone(runId: RunId): Promise<boolean> {
    return (await this.transaction.manager.findOneBy(StreamRow, { runId }))?.done ?? true;
  }

  async finish(runId: RunId): Promise<void> {
    await this.transaction.manager.update(StreamRow, { runId }, { done: true });
  }

  async unfinished(): Promise<readonly { runId: RunId; sessionId: SessionId }[]> {
    const rows = await this.transaction.manager.findBy(StreamRow, { done: false });
    return rows.map((row) => ({ runId: row.runId as RunId, sessionId: row.sessionId as SessionId }));
  }

  async last(runId: RunId): Promise<ThreadPost | undefined> {
    return (await this.transaction.manager.findOne(ThreadPostRow, { where: { runId }, order: { seq: 'DESC' } })) ?? undefined;
  }

  async decide(runId: RunId, post: Omit<ThreadPost, 'messageId'>): Promise<void> {
    await this.transaction.manager.insert(ThreadPostRow, { runId, ...post, messageId: null });
  }

  async sent(runId: RunId, seq: number, messageId: string): Promise<void> {
    await this.transaction.manager.update(ThreadPostRow, { runId, seq }, { messageId });
  }

  /** The live tail moved on. */
  async moved(runId: RunId, seq: number, firstLine: number, lastLine: number): Promise<void> {
    await this.transaction.manager.update(ThreadPostRow, { runId, seq, messageId: Not(IsNull()) }, { firstLine, lastLine });
  }
}
