import { Injectable } from '@nestjs/common';
import type { RunLine } from '../../modules/terraform';
import type { RunId } from '../../shared';
import { StreamRepository, type ThreadPost } from '../persistence/stream.repository';
import { block, takeLines, takeNewest } from './pack-lines';
import { RunLines } from './run-lines';
import { nonceOf, RunThread } from './run-thread';

/** After so many messages one live tail is edited instead. */
const MOST_POSTS = 20;

/**
 * The messages with a run's lines. Which lines go into a message is stored before it is sent, and it is sent with a nonce: whoever
 * goes on after a crash sends the same message again, and Discord answers with the one that it has.
 */
@Injectable()
export class RunMessages {
  constructor(
    private readonly streams: StreamRepository,
    private readonly lines: RunLines,
    private readonly thread: RunThread,
  ) {}

  /** One message at most. False where there is nothing new to show. */
  async next(threadId: string, runId: RunId): Promise<boolean> {
    const last = await this.streams.last(runId);
    if (last && last.messageId === null) return this.send(threadId, runId, last);
    const lines = await this.lines.after(runId, last?.lastLine ?? 0);
    if (lines.length === 0) return false;
    if (last?.messageId && last.seq > MOST_POSTS) return this.moveTail(threadId, runId, { ...last, messageId: last.messageId }, lines);
    return this.add(threadId, runId, last, takeLines(lines));
  }

  /** The newest lines of all, in one message: what comes before them is in the log alone. */
  async newest(threadId: string, runId: RunId, lineCount: number): Promise<void> {
    const last = await this.streams.last(runId);
    if (last && last.messageId === null) await this.send(threadId, runId, last);
    const lines = await this.lines.between(runId, Math.max((last?.lastLine ?? 0) + 1, lineCount - 100), lineCount);
    if (lines.length === 0) return;
    if (last?.messageId && last.seq > MOST_POSTS) await this.moveTail(threadId, runId, { ...last, messageId: last.messageId }, lines);
    else await this.add(threadId, runId, last, takeNewest(lines));
  }

  private async add(threadId: string, runId: RunId, last: ThreadPost | undefined, lines: readonly RunLine[]): Promise<boolean> {
    const [first, end] = [lines[0], lines.at(-1)];
    if (!first || !end) return false;
    const post = { seq: (last?.seq ?? 0) + 1, firstLine: first.number, lastLine: end.number };
    await this.streams.decide(runId, post);
    return this.send(threadId, runId, post);
  }

  private async send(threadId: string, runId: RunId, { seq, firstLine, lastLine }: Omit<ThreadPost, 'messageId'>): Promise<boolean> {
    const lines = await this.lines.between(runId, firstLine, lastLine);
    await this.streams.sent(runId, seq, await this.thread.post(threadId, { content: block(lines), nonce: nonceOf(runId, String(seq)) }));
    return true;
  }

  // An edit may be repeated as often as one likes.
  private async moveTail(threadId: string, runId: RunId, tail: ThreadPost & { readonly messageId: string }, lines: readonly RunLine[]): Promise<boolean> {
    const shown = takeNewest(lines);
    const [first, last] = [shown[0], shown.at(-1)];
    if (!first || !last) return false;
    await this.thread.edit(threadId, tail.messageId, block(shown));
    await this.streams.moved(runId, tail.seq, first.number, last.number);
    return true;
  }
}
