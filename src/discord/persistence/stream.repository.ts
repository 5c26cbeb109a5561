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

  /** Once; whatever comes later finds it begun. */
  async begin(runId: RunId, sessionId: SessionId): Promise<void> {
    await this.transaction.manager.createQueryBuilder().insert().into(StreamRow).values({ runId, sessionId, done: false }).orIgnore().execute();
  }

  async isDone(runId: RunId): Promise<boolean> {
    return (await this.transaction.manager.findOneBy(StreamRow, { runId }))?.done ?? true;
  }

  async finish(runId: RunId): Promise<void> {
    await this.transaction.manager.update(StreamRow, { runId }, { done: true });
  }

  async isBegun(runId: RunId): Promise<boolean> {
    return this.transaction.manager.existsBy(StreamRow, { runId });
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
