import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Transaction } from '../../database';
import type { RunId, SessionId } from '../../shared';
import { StreamRepository, type Stream } from './stream.repository';
import { StreamRow } from './stream.row';

@Injectable()
export class TypeormStreamRepository extends StreamRepository {
  constructor(private readonly transaction: Transaction) {
    super();
  }

  async begin(sessionId: SessionId, runId: RunId, threadId: string): Promise<boolean> {
    const inserted = await this.transaction.manager.createQueryBuilder().insert().into(StreamRow)
      .values({ sessionId, runId, threadId, turn: 1, finishedAt: null }).orIgnore().returning('session_id').execute();
    return Array.isArray(inserted.raw) && inserted.raw.length === 1;
  }

  async find(sessionId: SessionId): Promise<Stream | undefined> {
    const row = await this.transaction.manager.findOneBy(StreamRow, { sessionId });
    return row ? toStream(row) : undefined;
  }

  async pass(sessionId: SessionId, turn: number): Promise<boolean> {
    const updated = await this.transaction.manager.update(StreamRow, { sessionId, turn, finishedAt: IsNull() }, { turn: turn + 1 });
    return updated.affected === 1;
  }

  async finish(sessionId: SessionId): Promise<void> {
    await this.transaction.manager.update(StreamRow, { sessionId }, { finishedAt: () => 'clock_timestamp()' });
  }

  async unfinished(): Promise<readonly Stream[]> {
    return (await this.transaction.manager.findBy(StreamRow, { finishedAt: IsNull() })).map(toStream);
  }
}

function toStream({ sessionId, runId, threadId, turn, finishedAt }: StreamRow): Stream {
  return { sessionId: sessionId as SessionId, runId: runId as RunId, threadId, turn, isFinished: finishedAt !== null };
}
