import { Injectable } from '@nestjs/common';
import { Transaction } from '../../database';
import type { RunId } from '../../shared';
import { ThreadPostRepository, type ThreadPost, type ThreadPostKind } from './thread-post.repository';
import { ThreadPostRow } from './thread-post.row';

@Injectable()
export class TypeormThreadPostRepository extends ThreadPostRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async of(runId: RunId): Promise<readonly ThreadPost[]> {
    return (await this.transaction.manager.find(ThreadPostRow, { where: { runId }, order: { seq: 'ASC' } })).map(toPost);
  }

  async add(posts: readonly ThreadPost[]): Promise<void> {
    const rows = posts.map(({ messageId, ...post }) => ({ ...post, messageId: messageId ?? null }));
    await this.transaction.manager.createQueryBuilder().insert().into(ThreadPostRow).values(rows).orIgnore().execute();
  }

  async sent({ runId, seq }: ThreadPost, messageId: string): Promise<void> {
    await this.transaction.manager.update(ThreadPostRow, { runId, seq }, { messageId });
  }

  async shown({ runId, seq }: ThreadPost, lastLine: number): Promise<void> {
    await this.transaction.manager.update(ThreadPostRow, { runId, seq }, { lastLine });
  }
}

function toPost({ runId, kind, messageId, ...row }: ThreadPostRow): ThreadPost {
  return { ...row, runId: runId as RunId, kind: kind as ThreadPostKind, ...(messageId !== null && { messageId }) };
}
