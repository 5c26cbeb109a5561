import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Jobs } from '../../jobs';
import { isTerminal, ShowSession, type SessionView } from '../../modules/sessions';
import { GetRun, ReadRunLines, type RunLine } from '../../modules/terraform';
import type { RunId, SessionId } from '../../shared';
import { DiscordApi } from '../discord-api';
import { LobbyRepository } from '../persistence/lobby.repository';
import { StreamRepository, type ThreadPost } from '../persistence/stream.repository';
import { threadEnd } from '../views/thread-end.view';
import { logFiles } from './log-file';
import { block, takeLines, takeNewest } from './pack-lines';
import { STREAM_QUEUE } from './stream.queue';

/** Lines are collected for this long, so that many go into one message. */
const PACE_MS = 1_500;
/** After so many messages one live tail is edited instead. */
const MOST_POSTS = 20;
const PAGE = 500;

/**
 * Shows a run in its thread. Which lines go into a message is stored before it is sent, and it is sent with a nonce: whoever
 * goes on after a crash sends the same message again, and Discord answers with the one that it has.
 */
@Injectable()
export class ThreadStreamer {
  constructor(
    private readonly queries: QueryBus,
    private readonly lobbies: LobbyRepository,
    private readonly streams: StreamRepository,
    private readonly discord: DiscordApi,
    private readonly jobs: Jobs,
  ) {}

  /** One message at most, then the next turn is sent; the last turn ends the thread. */
  async turn(runId: RunId, sessionId: SessionId): Promise<void> {
    const threadId = (await this.lobbies.find(sessionId))?.threadId;
    if (!threadId || (await this.streams.isDone(runId))) return;
    const last = await this.streams.last(runId);
    if (last && last.messageId === null) await this.send(threadId, runId, last);
    else if (!(await this.sendNext(threadId, runId, last)) && (await this.end(threadId, runId, sessionId))) return;
    await this.jobs.send(STREAM_QUEUE, { runId, sessionId }, { delayMs: PACE_MS });
  }

  /** False where there is nothing new to show. */
  private async sendNext(threadId: string, runId: RunId, last: ThreadPost | undefined): Promise<boolean> {
    const lines = await this.lines(runId, last?.lastLine ?? 0, PAGE);
    const [first] = lines;
    if (!first) return false;
    if (last && last.seq > MOST_POSTS) {
      await this.moveTail(threadId, runId, last, lines);
      return true;
    }
    const taken = takeLines(lines);
    const post = { seq: (last?.seq ?? 0) + 1, firstLine: first.number, lastLine: taken.at(-1)?.number ?? first.number, messageId: null };
    await this.streams.decide(runId, { seq: post.seq, firstLine: post.firstLine, lastLine: post.lastLine });
    await this.send(threadId, runId, post);
    return true;
  }

  private async send(threadId: string, runId: RunId, { seq, firstLine, lastLine }: ThreadPost): Promise<void> {
    const lines = await this.lines(runId, firstLine - 1, lastLine - firstLine + 1);
    const messageId = await this.discord.post(threadId, { content: block(lines), nonce: nonceOf(runId, String(seq)) });
    await this.streams.sent(runId, seq, messageId);
  }

  // An edit may be repeated as often as one likes.
  private async moveTail(threadId: string, runId: RunId, tail: ThreadPost, lines: readonly RunLine[]): Promise<void> {
    const shown = takeNewest(lines);
    const [first, last] = [shown[0], shown.at(-1)];
    if (!first || !last || !tail.messageId) return;
    await this.discord.edit(threadId, tail.messageId, { content: block(shown) });
    await this.streams.moved(runId, tail.seq, first.number, last.number);
  }

  /** True once the end is told: the session is over, and every line that it left is shown. */
  private async end(threadId: string, runId: RunId, sessionId: SessionId): Promise<boolean> {
    const [view, run] = [await this.queries.execute(new ShowSession(sessionId)), await this.queries.execute(new GetRun(runId))];
    if (!view || !isTerminal(view.state) || (run && run.state !== 'ended')) return false;
    const shown = (await this.streams.last(runId))?.lastLine ?? 0;
    if ((await this.lines(runId, shown, 1)).length > 0) return false;
    const log = await this.wholeLog(runId);
    await this.discord.post(threadId, { embeds: [threadEnd(view)], files: logFiles(logName(view, runId), log), nonce: nonceOf(runId, 'end') });
    await this.streams.finish(runId);
    return true;
  }

  private async wholeLog(runId: RunId): Promise<RunLine[]> {
    const log: RunLine[] = [];
    for (let page = await this.lines(runId, 0, PAGE); page.length > 0; page = await this.lines(runId, log.length, PAGE)) log.push(...page);
    return log;
  }

  private lines(runId: RunId, afterNumber: number, limit: number): Promise<RunLine[]> {
    return this.queries.execute(new ReadRunLines({ runId, afterNumber, limit }));
  }
}

// Discord takes nonces of up to 25 characters.
const nonceOf = (runId: RunId, part: string): string => `${runId.slice(-14)}:${part}`.slice(0, 25);

const logName = (view: SessionView, runId: RunId): string => `${view.deploymentName}-${runId}`;
